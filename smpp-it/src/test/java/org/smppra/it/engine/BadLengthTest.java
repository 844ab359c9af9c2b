package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smppra.Outcome;
import org.smppra.SubmitResult;
import org.smppra.pdu.SubmitSm;

/** A command_length that no PDU has, in JVMs whose heap could not hold it. */
class BadLengthTest {
    private static final List<String> LENGTHS =
            List.of("7FFFFFF0", "FFFFFFFF", "80000000", "00011171", "0000000F", "00000000");
    private static final String REST = "00000009 00000000 00000001";

    @Test
    void costs_the_engine_neither_its_memory_nor_the_other_host() throws Exception {
        try (RawPeer bad = new RawPeer(connection -> {
                    if (connection.number() % 2 == 0) {
                        connection.grantBind();
                    }
                    connection.write(RawConnection.hex(LENGTHS.get(connection.number() / 2 % LENGTHS.size()) + REST));
                    connection.readToEnd();
                });
                ScriptedPeer good = ScriptedPeer.bound(GatewayTest::accept);
                ForkedJvm jvm = EngineProgram.fork(List.of(), bad.address() + "," + good.address())) {
            RunningEngine.await(() -> jvm.ask("bound").equals("1"));
            RunningEngine.await(() -> bad.accepted() > 2 * LENGTHS.size());
            RunningEngine.await(() -> jvm.ask("error").contains("lost the place in the stream: command_length"));
            for (int i = 0; i < 20; i++) {
                // Between two binds of the bad host none may fall on it: it answers nothing.
                String fate = jvm.ask("submit m" + i);
                assertThat(fate).matches("ACCEPTED|.*SubmitOutcomeUnknown.*");
            }
            assertThat(good.count(SubmitSm.class)).isPositive();
            jvm.endWell();
        }
    }

    @Test
    void costs_the_simulator_only_that_connection() throws Exception {
        try (ForkedJvm jvm = new ForkedJvm(List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError"), SimulatorProgram.class)) {
            String address = jvm.reply();
            int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
            for (int i = 0; i < 5 * LENGTHS.size(); i++) {
                try (Socket socket = new Socket("127.0.0.1", port)) {
                    socket.getOutputStream().write(RawConnection.hex(LENGTHS.get(i % LENGTHS.size()) + REST));
                    assertThat(socket.getInputStream().readAllBytes())
                            .isEqualTo(RawConnection.hex("00000010 80000000 00000002 00000000"));
                }
            }
            try (RunningEngine engine = new RunningEngine(address, p -> {}).awaitBound(1)) {
                assertThat(Callers.inTurn(engine, 10)).allSatisfy(fate -> assertThat(((SubmitResult) fate).outcome())
                        .isEqualTo(Outcome.ACCEPTED));
            }
            assertThat(jvm.ask("count")).isEqualTo("10");
            jvm.endWell();
        }
    }
}
