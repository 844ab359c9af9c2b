package org.smppra.it.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.it.engine.ForkedJvm;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.Envelope;

/** The first start in a JVM, when every class must be loaded: its time is printed, not judged. */
class StartTest {
    private static final int TIMES = 5;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_simulator_takes_binds_from_its_start_on(boolean tls) throws Exception {
        StringBuilder millis = new StringBuilder();
        for (int i = 0; i < TIMES; i++) {
            try (ForkedJvm jvm = StartProgram.fork(tls)) {
                String[] words = jvm.reply().split(" ");
                millis.append(' ').append(Long.parseLong(words[0]) / 1000);
                try (RawEsme esme = new RawEsme(Integer.parseInt(words[1]))) {
                    esme.write(Envelope.request(1, RawEsme.bind("shop")));
                    assertThat(esme.read().status()).isEqualTo(CommandStatus.ESME_ROK);
                }
                jvm.endWell();
            }
        }
        System.out.println("start" + (tls ? " with TLS" : "") + ", ms:" + millis);
    }
}
