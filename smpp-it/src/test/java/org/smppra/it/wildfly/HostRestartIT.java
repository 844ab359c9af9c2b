package org.smppra.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.message.Tlv;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.SimulatorBuilder;

/** Callers send all the time while the hosts go and come back, one after the other. */
class HostRestartIT extends WildFlyTest {
    private static final int CALLERS = 6;
    private static final int MESSAGES = 150;
    private static final int ROUNDS = Integer.getInteger("smpp.test.scale", 1);

    @Override
    SimulatorBuilder configure(SimulatorBuilder builder) {
        return builder.storeLimit(1_000_000);
    }

    private Map<String, Long> storedByReference() {
        assertThat(simulator.messageCount())
                .as("all messages are still in the store")
                .isEqualTo(simulator.messages().size());
        return simulator.messages().stream()
                .collect(Collectors.groupingBy(
                        stored -> stored.submitSm()
                                .tlvs()
                                .first(Tlv.USER_MESSAGE_REFERENCE)
                                .orElseThrow()
                                .toLatin1(),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private interface Stop {
        void of(SimulatedHost host);
    }

    private Callers sendWhileEachHostGoesAndComesBack(Stop stop) throws Exception {
        SimulatedHost a = simulator.host("a");
        SimulatedHost b = simulator.host("b");
        Callers callers = new Callers(sample, CALLERS);
        try (callers) {
            callers.awaitMore(MESSAGES);
            for (int round = 0; round < ROUNDS; round++) {
                for (SimulatedHost host : new SimulatedHost[] {a, b}) {
                    stop.of(host);
                    callers.awaitMore(MESSAGES);
                    host.start();
                    awaitBound(a, b);
                    callers.awaitMore(MESSAGES);
                }
            }
        }
        return callers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRANSCEIVER", "TRANSMITTER_RECEIVER"})
    void a_graceful_restart_is_seen_by_no_caller(String bindType) throws Exception {
        deploy(Map.of("bindType", bindType));
        awaitBound(simulator.host("a"), simulator.host("b"));

        Callers callers = sendWhileEachHostGoesAndComesBack(SimulatedHost::stop);

        assertThat(callers.results().values()).allSatisfy(result -> assertThat(((SampleClient.Reply) result).status())
                .isEqualTo(202));
        Map<String, Long> stored = storedByReference();
        assertThat(stored.keySet().equals(callers.results().keySet())).isTrue();
        assertThat(Set.copyOf(stored.values())).containsExactly(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRANSCEIVER", "TRANSMITTER_RECEIVER"})
    void a_hard_kill_costs_only_messages_of_unknown_outcome(String bindType) throws Exception {
        deploy(Map.of("bindType", bindType));
        awaitBound(simulator.host("a"), simulator.host("b"));

        Callers callers = sendWhileEachHostGoesAndComesBack(SimulatedHost::kill);

        Map<String, Long> stored = storedByReference();
        callers.results().forEach((reference, result) -> {
            SampleClient.Reply reply = (SampleClient.Reply) result;
            long times = stored.getOrDefault(reference, 0L);
            if (reply.status() == 202) {
                assertThat(times).as(reference).isEqualTo(1);
            } else {
                assertThat(reply.status()).as(reply.toString()).isEqualTo(504);
                assertThat(reply.body().getString("error")).isEqualTo("outcome-unknown");
                assertThat(times).as(reference).isLessThanOrEqualTo(1);
            }
        });
        assertThat(callers.results().keySet().containsAll(stored.keySet())).isTrue();
    }
}
