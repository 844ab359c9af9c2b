package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.smppra.engine.SmppClient;
import org.smppra.message.CommandStatus;
import org.smppra.simulator.Acknowledgement;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.Simulator;

/** What tests of a client in plain Java have in common. */
final class RunningClient {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private RunningClient() {}

    /** With the account {@code shop} at these hosts; its threads have the account's name in theirs. */
    static SmppClient.Builder of(SimulatedHost... hosts) {
        return SmppClient.builder()
                .hosts(RunningEngine.addresses(hosts))
                .account("client")
                .systemId("shop")
                .password("secret")
                .set("redeliveryDelayMillis", 1)
                .set("reconnectMaxDelayMillis", 300)
                .set("closeTimeoutMillis", 5_000);
    }

    static SmppClient start(SmppClient.Builder builder) throws InterruptedException {
        SmppClient client = builder.start();
        assertThat(client.awaitUsable(PATIENCE)).isTrue();
        return client;
    }

    /** Threads that live now of clients whose account has this name. */
    static List<String> threads(String account) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("smpp-" + account + "-"))
                .toList();
    }

    static void awaitNoThreads(String account) {
        RunningEngine.await(() -> threads(account).isEmpty());
    }

    /** The answers to deliveries, once there are this many. */
    static List<CommandStatus> awaitAcknowledgements(Simulator simulator, int count) {
        RunningEngine.await(() -> simulator.acknowledgements().size() >= count);
        return simulator.acknowledgements().stream()
                .map(Acknowledgement::status)
                .toList();
    }
}
