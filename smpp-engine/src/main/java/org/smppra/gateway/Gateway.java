package org.smppra.gateway;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.smppra.GatewayState;
import org.smppra.GatewayUnavailableException;
import org.smppra.link.Call;
import org.smppra.link.Counters;
import org.smppra.link.Flush;
import org.smppra.link.HostAddress;
import org.smppra.link.Link;
import org.smppra.link.LinkCounter;
import org.smppra.link.LinkSettings;
import org.smppra.pdu.Pdu;

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
    private final Counters<GatewayCounter> counters = new Counters<>(GatewayCounter.class);
    private final LinkChoice choice;
    private final Resends resends;
    private final SubmitRate rate;
    private final Outlet outlet;
    private final Receiving receiving;
    private volatile @Nullable String refusal;
    private @Nullable Future<?> ticks;

    /** @param hasTaker whether anybody takes what the listener is told; without, nothing is bound to receive */
    public Gateway(
            GatewaySettings settings,
            GatewayRuntime runtime,
            ReceivedListener receivedListener,
            BooleanSupplier hasTaker) {
        this.settings = settings;
        this.nanoTime = runtime.nanoTime();
        this.scheduler = runtime.scheduler();
        this.receivedListener = receivedListener;
        this.choice = new LinkChoice(keepers, counters, nanoTime);
        this.resends = new Resends(choice, counters, nanoTime, settings.submitTimeout());
        this.rate = new SubmitRate(settings.maxSubmitsPerSecond(), nanoTime.getAsLong());
        this.outlet = new Outlet(keepers, choice, rate, nanoTime);
        this.receiving = new Receiving(settings, hasTaker, keepers);
        for (HostAddress host : settings.hosts()) {
            for (int i = 0; i < settings.bindsPerHost(); i++) {
                for (Duty duty : Duty.of(settings.bindType())) {
                    keepers.add(new LinkKeeper(host, duty, link(duty), settings.reconnectMaxDelay(), this, runtime));
                }
            }
        }
    }

    private LinkSettings link(Duty duty) {
        return new LinkSettings(
                () -> duty.bind(settings.credentials(), receives()),
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
        receiving.start(nanoTime.getAsLong());
        ticks = scheduler.every(TICK, this::tick);
        keepers.forEach(LinkKeeper::start);
    }

    private void tick() {
        long now = nanoTime.getAsLong();
        keepers.forEach(keeper -> keeper.tick(now));
        receiving.tick(now);
        resends.run();
    }

    /**
     * Sends one request and waits for its fate, which is ANSWERED or UNANSWERED.
     *
     * @throws GatewayUnavailableException if no link is bound, or no slot came free in time
     */
    public Call submit(Pdu request) throws GatewayUnavailableException {
        return submit(new Call(request));
    }

    /** As {@link #submit(Pdu)}, by a call of the caller's own. */
    public Call submit(Call call) throws GatewayUnavailableException {
        checkOpen();
        return settle(begin(call, Flush.NOW, submitDeadline()));
    }

    /**
     * Sends many requests without waiting between them, then waits for all.
     *
     * @return a call each, in order; those behind the first that found no link have the fate UNSENT
     */
    public List<Call> submitAll(List<Call> requests) {
        List<Call> calls = new ArrayList<>(requests.size());
        for (Call call : requests) {
            calls.add(tryOr(
                    () -> {
                        checkOpen();
                        return begin(call, Flush.LATER, submitDeadline());
                    },
                    call.request()));
        }
        flush();
        calls.replaceAll(call -> tryOr(() -> settle(call), call.request()));
        return calls;
    }

    /**
     * Sends one request and does not wait for its fate. Waits for a free slot, and for the rate, as {@link #submit}.
     *
     * @param flush whether it is written soon; else {@link #flush} writes it, or a window that is full
     * @param whenDone told the fate, which may also be UNSENT, on a thread of the engine: must not block
     */
    public void submitAsync(Pdu request, boolean flush, Consumer<Call> whenDone) throws GatewayUnavailableException {
        checkOpen();
        begin(new AsyncCall(request, resends, whenDone), flush ? soon() : Flush.LATER, submitDeadline());
    }

    /** With a window of one nobody can append to it: to hand it to the writer thread would only cost time. */
    private Flush soon() {
        return settings.session().windowSize() == 1 ? Flush.NOW : Flush.SOON;
    }

    private interface Attempt {
        Call run() throws GatewayUnavailableException;
    }

    private static Call tryOr(Attempt attempt, Pdu request) {
        try {
            return attempt.run();
        } catch (GatewayUnavailableException e) {
            return Call.unsent(request, String.valueOf(e.getMessage()));
        }
    }

    private long submitDeadline() {
        return nanoTime.getAsLong() + settings.submitTimeout();
    }

    /**
     * Refuses requests from now on; what was taken goes on, and so does the {@link #outlet}.
     *
     * @param reason in words; null: takes them again
     */
    public void refuse(@Nullable String reason) {
        refusal = reason;
    }

    private void checkOpen() throws GatewayUnavailableException {
        String reason = refusal;
        if (reason != null) {
            throw new GatewayUnavailableException(reason, null);
        }
    }

    private Call begin(Call call, Flush flush, long deadline) throws GatewayUnavailableException {
        if (rate.isLimited()) {
            awaitTurn(flush, deadline);
        }
        while (true) {
            Link link = choice.pick();
            if (link == null) {
                if (flush == Flush.LATER) {
                    flush();
                }
                link = choice.await(deadline);
            }
            if (link.submit(call, flush)) {
                return call;
            }
        }
    }

    private void awaitTurn(Flush flush, long deadline) throws GatewayUnavailableException {
        long now = nanoTime.getAsLong();
        long wait = rate.take(now);
        if (wait > 0 && flush == Flush.LATER) {
            flush();
        }
        while (wait > 0) {
            if (deadline - now < wait) {
                counters.count(GatewayCounter.OVER_RATE);
                throw new GatewayUnavailableException(
                        "more than " + settings.maxSubmitsPerSecond() + " a second (maxSubmitsPerSecond)", null);
            }
            LockSupport.parkNanos(this, wait);
            if (Thread.currentThread().isInterrupted()) {
                throw new GatewayUnavailableException("interrupted while waiting for the rate", null);
            }
            now = nanoTime.getAsLong();
            wait = rate.take(now);
        }
    }

    /**
     * Waits for the fate of a call and sends it again while it surely was not taken, for as long as a submission may
     * wait: a host that is bound and yet says that it is not could go on for ever.
     */
    private Call settle(Call call) throws GatewayUnavailableException {
        call.await();
        if (!Resends.wasNotTaken(call)) {
            return call;
        }
        Call again = call;
        long deadline = submitDeadline();
        do {
            if (again.fate() == Call.Fate.ANSWERED && nanoTime.getAsLong() - deadline >= 0) {
                return again;
            }
            counters.count(GatewayCounter.SENT_AGAIN);
            again = begin(again.again(), Flush.NOW, deadline);
            again.await();
        } while (Resends.wasNotTaken(again));
        return again;
    }

    /** What takes requests without waiting: of an outbox. */
    public Outlet outlet() {
        return outlet;
    }

    /** Writes all that was submitted without a flush. */
    public void flush() {
        for (LinkKeeper keeper : keepers) {
            Link link = keeper.link();
            if (link != null) {
                link.flush();
            }
        }
    }

    /** A link came, went, or has a free slot again. */
    void changed() {
        resends.run();
        choice.changed();
        outlet.changed();
    }

    void delivered(Received received) {
        receivedListener.received(received);
    }

    /** Whether a bind that is made now receives. */
    boolean receives() {
        return receiving.isWanted();
    }

    void throttled() {
        counters.count(GatewayCounter.THROTTLED);
    }

    void leaving(Link link) {
        receivedListener.leaving(link);
    }

    void gone(Link link) {
        receivedListener.gone(link);
    }

    public GatewayState state() {
        return Hosts.state(keepers);
    }

    /** What was counted since the start. */
    public Map<GatewayCounter, Long> counters() {
        return counters.snapshot(GatewayCounter.class);
    }

    /** What was counted on the links since the start, by host. */
    public Map<String, Map<LinkCounter, Long>> linkCounters() {
        Map<String, Map<LinkCounter, Long>> hosts = new LinkedHashMap<>();
        for (LinkKeeper keeper : keepers) {
            keeper.counters()
                    .addTo(hosts.computeIfAbsent(keeper.host().toString(), host -> new EnumMap<>(LinkCounter.class)));
        }
        return hosts;
    }

    /**
     * Unbinds from one host when what is under way is finished, and leaves it alone until {@link #resume}.
     *
     * @param host as {@link #state} names it
     * @throws IllegalArgumentException if it names none
     */
    public void drain(String host) {
        of(host).forEach(LinkKeeper::pause);
    }

    /** Connects to a host again, at once: one that was drained, or one whose next attempt is far. */
    public void resume(String host) {
        of(host).forEach(LinkKeeper::resume);
    }

    private List<LinkKeeper> of(String host) {
        List<LinkKeeper> binds = keepers.stream()
                .filter(keeper -> keeper.host().toString().equals(host))
                .toList();
        if (binds.isEmpty()) {
            throw new IllegalArgumentException("host: '" + host + "' is none of " + settings.hosts());
        }
        return binds;
    }

    /** Unbinds from all hosts, at the latest when the timeout is over; then nothing of this gateway is left. */
    public void close(long timeoutNanos) {
        keepers.forEach(LinkKeeper::close);
        long deadline = nanoTime.getAsLong() + timeoutNanos;
        choice.awaitUntil(this::isClosed, deadline);
        keepers.forEach(LinkKeeper::abort);
        choice.awaitUntil(this::isClosed, deadline + timeoutNanos / 2);
        resends.run();
        if (ticks != null) {
            ticks.cancel(false);
        }
    }

    private boolean isClosed() {
        return keepers.stream().allMatch(LinkKeeper::isClosed);
    }
}
