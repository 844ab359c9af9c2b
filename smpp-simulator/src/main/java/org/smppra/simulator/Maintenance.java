package org.smppra.simulator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The provider's way to restart: one host at a time, so that who is bound to both never stands alone. */
final class Maintenance {
    private final Smsc smsc;
    private final List<SimulatedHost> hosts;
    private @Nullable CompletableFuture<Void> underWay;

    Maintenance(Smsc smsc, List<SimulatedHost> hosts) {
        this.smsc = smsc;
        this.hosts = hosts;
    }

    synchronized CompletableFuture<Void> begin(SimulatedHost host, Duration down) {
        if (underWay != null && !underWay.isDone()) {
            throw new IllegalStateException("a host is under maintenance; they go one at a time");
        }
        for (SimulatedHost each : hosts) {
            if (!each.isListening()) {
                throw new IllegalStateException(
                        "host " + each.name() + " does not listen; only one host goes at a time: start it first");
            }
        }
        CompletableFuture<Void> back = new CompletableFuture<>();
        underWay = back;
        Thread thread = new Thread(() -> run(host, down, back), "sim-" + host.name() + "-maintenance");
        thread.setDaemon(true);
        thread.start();
        return back;
    }

    private void run(SimulatedHost host, Duration down, CompletableFuture<Void> back) {
        try {
            host.stop();
            smsc.timer().schedule(() -> comeBack(host, back), down.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RuntimeException e) {
            back.completeExceptionally(e);
        }
    }

    private static void comeBack(SimulatedHost host, CompletableFuture<Void> back) {
        try {
            host.start();
            back.complete(null);
        } catch (RuntimeException e) {
            back.completeExceptionally(e);
        }
    }

    /** The simulator ends: nobody shall wait for a host that never comes back. */
    synchronized void end() {
        if (underWay != null) {
            underWay.cancel(false);
        }
    }
}
