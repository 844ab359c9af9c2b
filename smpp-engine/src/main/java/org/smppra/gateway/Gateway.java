package org.smppra.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.smppra.GatewayState;
import org.smppra.GatewayUnavailableException;
import org.smppra.gateway.GatewaySettings.Credentials;
import org.smppra.link.Call;
import org.smppra.link.HostAddress;
import org.smppra.link.Link;
import org.smppra.link.LinkSettings;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.SubmitSm;

/**
 * All hosts of an account as one. A request goes to the bound link with a free slot that has the least to do; what a
 * lost link had not written goes to another one, and only what it had written is of unknown fate.
 */
public final class Gateway {
    private static final long TICK = 100_000_000;

    private final GatewaySettings settings;
    private final LongSupplier nanoTime;
    private final Scheduler scheduler;
    private final ReceivedListener receivedListener;
    private final List<LinkKeeper> keepers = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Future<?> ticks;

    public Gateway(GatewaySettings settings, GatewayRuntime runtime, ReceivedListener receivedListener) {
        this.settings = settings;
        this.nanoTime = runtime.nanoTime();
        this.scheduler = runtime.scheduler();
        this.receivedListener = receivedListener;
        for (HostAddress host : settings.hosts()) {
            for (int i = 0; i < settings.bindsPerHost(); i++) {
                for (LinkSettings each : links()) {
                    keepers.add(new LinkKeeper(host, each, settings.reconnectMaxDelay(), this, runtime));
                }
            }
        }
    }

    private List<LinkSettings> links() {
        return settings.bindType() == BindType.TRANSCEIVER
                ? List.of(link(BindTransceiver::new))
                : List.of(link(BindTransmitter::new), link(BindReceiver::new));
    }

    private interface BindMaker {
        BindRequest make(
                String systemId,
                String password,
                String systemType,
                int interfaceVersion,
                int addrTon,
                int addrNpi,
                String addressRange);
    }

    private LinkSettings link(BindMaker maker) {
        Credentials c = settings.credentials();
        return new LinkSettings(
                () -> maker.make(
                        c.systemId(), c.password(), c.systemType(), c.interfaceVersion(), 0, 0, c.addressRange()),
                settings.tls(),
                settings.session(),
                settings.connectTimeout(),
                settings.writeTimeout(),
                settings.maxPduLength());
    }

    public String account() {
        return settings.account();
    }

    /** Begins to connect to every host, without waiting for any. */
    public void start() {
        ticks = scheduler.every(TICK, () -> keepers.forEach(keeper -> keeper.tick(nanoTime.getAsLong())));
        keepers.forEach(LinkKeeper::start);
    }

    /**
     * Sends one request and waits for its fate, which is ANSWERED or UNANSWERED.
     *
     * @throws GatewayUnavailableException if no link is bound, or no slot came free in time
     */
    public Call submit(SubmitSm request) throws GatewayUnavailableException {
        return settle(begin(request, true));
    }

    /**
     * Sends many requests without waiting between them, then waits for all.
     *
     * @return a call each, in order; those behind the first that found no link have the fate UNSENT
     */
    public List<Call> submitAll(List<SubmitSm> requests) {
        List<Call> calls = new ArrayList<>(requests.size());
        for (SubmitSm request : requests) {
            calls.add(tryOr(() -> begin(request, false), request));
        }
        flush();
        calls.replaceAll(call -> tryOr(() -> settle(call), call.request()));
        return calls;
    }

    private interface Attempt {
        Call run() throws GatewayUnavailableException;
    }

    private static Call tryOr(Attempt attempt, SubmitSm request) {
        try {
            return attempt.run();
        } catch (GatewayUnavailableException e) {
            return Call.unsent(request, String.valueOf(e.getMessage()));
        }
    }

    private Call begin(SubmitSm request, boolean flush) throws GatewayUnavailableException {
        long deadline = nanoTime.getAsLong() + settings.submitTimeout();
        while (true) {
            Link link = pick();
            if (link == null) {
                if (!flush) {
                    flush();
                }
                link = awaitLink(deadline);
            }
            Call call = new Call(request);
            if (link.submit(call, flush)) {
                return call;
            }
        }
    }

    /** Waits for the fate of a call and sends it again as long as it surely was not taken. */
    private Call settle(Call call) throws GatewayUnavailableException {
        Call current = call;
        while (true) {
            Call.Fate fate = current.await();
            boolean refusedByUnbinding =
                    fate == Call.Fate.ANSWERED && current.answer().status().equals(CommandStatus.ESME_RINVBNDSTS);
            if (fate != Call.Fate.UNSENT && !refusedByUnbinding) {
                return current;
            }
            current = begin(current.request(), true);
        }
    }

    private void flush() {
        for (LinkKeeper keeper : keepers) {
            Link link = keeper.link();
            if (link != null) {
                link.flush();
            }
        }
    }

    /** The link with a free slot and the fewest requests under way; null if none has a slot. */
    private @Nullable Link pick() {
        Link best = null;
        int count = keepers.size();
        int first = count == 1 ? 0 : Math.floorMod(turn.getAndIncrement(), count);
        for (int i = 0; i < count; i++) {
            Link link = keepers.get((first + i) % count).link();
            if (link != null && link.free() > 0 && (best == null || link.outstanding() < best.outstanding())) {
                best = link;
            }
        }
        return best;
    }

    private Link awaitLink(long deadline) throws GatewayUnavailableException {
        waiting.incrementAndGet(); // before the last look: whoever frees a slot after it sees that we wait
        lock.lock();
        try {
            while (true) {
                Link link = pick();
                if (link != null) {
                    return link;
                }
                long left = deadline - nanoTime.getAsLong();
                if (!isUsable()) {
                    throw new GatewayUnavailableException("no host is bound: " + state(), null);
                }
                if (left <= 0) {
                    throw new GatewayUnavailableException("no slot of any window came free in time: " + state(), null);
                }
                changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayUnavailableException("interrupted while waiting for a free slot", e);
        } finally {
            lock.unlock();
            waiting.decrementAndGet();
        }
    }

    private boolean isUsable() {
        return keepers.stream().anyMatch(Hosts::canSubmit);
    }

    /** A link came, went, or has a free slot again. */
    void changed() {
        if (waiting.get() > 0) {
            lock.lock();
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    void delivered(Received received) {
        receivedListener.received(received);
    }

    void leaving(Link link) {
        receivedListener.leaving(link);
    }

    public GatewayState state() {
        return Hosts.state(keepers);
    }

    /** Unbinds from all hosts, at the latest when the timeout is over; then nothing of this gateway is left. */
    public void close(long timeoutNanos) {
        keepers.forEach(LinkKeeper::close);
        long deadline = nanoTime.getAsLong() + timeoutNanos;
        awaitClosed(deadline);
        keepers.forEach(LinkKeeper::abort);
        awaitClosed(deadline + timeoutNanos / 2);
        if (ticks != null) {
            ticks.cancel(false);
        }
    }

    private void awaitClosed(long deadline) {
        waiting.incrementAndGet();
        lock.lock();
        try {
            long left = deadline - nanoTime.getAsLong();
            while (left > 0 && !keepers.stream().allMatch(LinkKeeper::isClosed)) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
            waiting.decrementAndGet();
        }
    }
}
