package org.smppra.it.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smppra.SubmitOutcomeUnknownException;
import org.smppra.SubmitResult;
import org.smppra.it.engine.RunningEngine;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlv;
import org.smppra.pdu.CommandId;

/** Somebody else's SMSCs as the two hosts of one gateway, each leaving under traffic; counted at them. */
class ForeignHostsComeAndGoTest {
    private static final int ROUNDS = 2 * Integer.getInteger("smpp.test.scale", 1);
    private static final int BETWEEN = 100;

    private final JsmppSmsc a = new JsmppSmsc(m -> CommandStatus.ESME_ROK);
    private final CloudhopperSmsc b = new CloudhopperSmsc(m -> CommandStatus.ESME_ROK);
    private RunningEngine engine;

    @BeforeEach
    void start() {
        engine = new RunningEngine(a.address() + "," + b.address(), p -> {}).awaitBound(1);
    }

    @AfterEach
    void stop() {
        engine.close();
        a.close();
        b.close();
    }

    private interface Departure {
        void of(ForeignSmsc smsc) throws Exception;
    }

    private Map<String, Object> sendWhile(Departure departure) throws Exception {
        try (Callers callers = new Callers(engine)) {
            for (int i = 0; i < ROUNDS; i++) {
                for (ForeignSmsc smsc : new ForeignSmsc[] {a, b}) {
                    callers.awaitMore(BETWEEN);
                    int binds = smsc.binds().size();
                    departure.of(smsc);
                    RunningEngine.await(() -> smsc.binds().size() > binds);
                    engine.awaitBound(1);
                }
            }
            callers.awaitMore(BETWEEN);
            callers.close();
            return callers.results();
        }
    }

    /** How often each reference came; jSMPP keeps of it what its own octets say, so they are read again. */
    private Map<String, Long> stored() {
        Stream<String> atA = a.frames().stream().map(Frame::new).flatMap(frame -> frame.reference().stream());
        Stream<String> atB = b.submitted().stream()
                .map(m ->
                        m.tlvs().first(Tlv.USER_MESSAGE_REFERENCE).orElseThrow().toLatin1());
        return Stream.concat(atA, atB).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void a_host_that_unbinds_loses_nothing_and_fails_no_caller() throws Exception {
        Map<String, Object> results = sendWhile(ForeignSmsc::unbind);
        assertThat(results.values()).hasOnlyElementsOfType(SubmitResult.class);
        assertThat(stored()).containsOnlyKeys(results.keySet()).allSatisfy((reference, times) -> assertThat(times)
                .isEqualTo(1));
        assertThat(a.received(CommandId.UNBIND_RESP)).isEqualTo(ROUNDS);
        assertThat(b.received(CommandId.UNBIND_RESP)).isEqualTo(ROUNDS);
        assertThat(a.submitted()).isNotEmpty();
        assertThat(b.submitted()).isNotEmpty();
    }

    @Test
    void a_host_that_drops_the_socket_costs_only_what_was_written_and_unanswered() throws Exception {
        Map<String, Object> results = sendWhile(ForeignSmsc::drop);
        Map<String, Long> stored = stored();
        results.forEach((reference, result) -> {
            long times = stored.getOrDefault(reference, 0L);
            if (result instanceof SubmitResult) {
                assertThat(times).as(reference).isEqualTo(1);
            } else {
                assertThat(result).as(reference).isInstanceOf(SubmitOutcomeUnknownException.class);
                assertThat(times).as(reference).isLessThanOrEqualTo(1);
            }
        });
        assertThat(results.keySet()).containsAll(stored.keySet());
    }
}
