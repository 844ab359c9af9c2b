package org.smppra.it.engine;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.smppra.Delivered;
import org.smppra.ShortMessage;
import org.smppra.delivery.Delivery;
import org.smppra.delivery.DeliverySink;
import org.smppra.engine.Account;
import org.smppra.engine.Engine;
import org.smppra.ra.settings.AccountProperties;
import org.smppra.simulator.SimulatedHost;

/** An engine with one account, for a test; nothing of Jakarta in it. */
public final class RunningEngine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Engine engine = new Engine("test");
    private final Account account;
    private final boolean listens;

    /** Bound to receive from the first, as with a listener, which takes nothing: what comes waits for {@link #with}. */
    public RunningEngine(String hosts, Consumer<AccountProperties> settings) {
        this(hosts, settings, true);
    }

    private RunningEngine(String hosts, Consumer<AccountProperties> settings, boolean listens) {
        this.listens = listens;
        AccountProperties properties = new AccountProperties();
        properties.setHosts(hosts);
        properties.setSystemId("shop");
        properties.setPassword("secret");
        properties.setReconnectMaxDelayMillis(300);
        properties.setCloseTimeoutMillis(1_000);
        settings.accept(properties);
        account = engine.open(properties.settings(properties), opened -> {
            if (listens) {
                opened.addSink(new TakesNothing());
            }
        });
    }

    /** Nobody takes anything, until {@link Account#addSink}. */
    static RunningEngine withoutListener(String hosts, Consumer<AccountProperties> settings) {
        return new RunningEngine(hosts, settings, false);
    }

    /** A listener that is none, so that a test has binds that receive. */
    static final class TakesNothing implements DeliverySink {
        @Override
        public boolean takes(Delivered value) {
            return false;
        }

        @Override
        public void offer(Delivery delivery) {
            throw new IllegalStateException("takes nothing");
        }
    }

    public static String addresses(SimulatedHost... hosts) {
        return String.join(",", Arrays.stream(hosts).map(SimulatedHost::address).toList());
    }

    public Account account() {
        return account;
    }

    /** Takes deliveries from now on. */
    RunningEngine with(DeliverySink sink) {
        account.addSink(sink);
        return this;
    }

    /** A listener that commits at once, for {@link #with}. */
    static DeliverySink acknowledging() {
        return calling(Delivery::committed);
    }

    /** A listener that takes everything. */
    static DeliverySink calling(Consumer<Delivery> listener) {
        return new DeliverySink() {
            @Override
            public boolean takes(Delivered value) {
                return true;
            }

            @Override
            public void offer(Delivery delivery) {
                listener.accept(delivery);
            }
        };
    }

    public static ShortMessage message(String reference) {
        return ShortMessage.to("4512345678")
                .from("Shop")
                .text("hello")
                .reference(reference)
                .build();
    }

    /** Waits until this many binds of every host can submit, and as many receive if there is a listener. */
    public RunningEngine awaitBound(int binds) {
        await(() -> account.state().hosts().values().stream()
                .allMatch(host -> host.submitting() == binds && (!listens || host.receiving() == binds)));
        return this;
    }

    public static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within " + PATIENCE);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Threads of the engine that live now. */
    public static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("smpp-test-"))
                .count();
    }

    @Override
    public void close() {
        engine.close();
    }
}
