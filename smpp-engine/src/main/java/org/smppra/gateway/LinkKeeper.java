package org.smppra.gateway;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.smppra.HostState.Phase;
import org.smppra.link.Counters;
import org.smppra.link.HostAddress;
import org.smppra.link.Link;
import org.smppra.link.LinkCounter;
import org.smppra.link.LinkListener;
import org.smppra.link.LinkSettings;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.Envelope;
import org.smppra.session.SessionEnd;

/** Keeps one bind to one host alive: one link at a time, one attempt at a time, until it is closed. */
final class LinkKeeper implements LinkListener {
    private static final Logger LOG = System.getLogger(LinkKeeper.class.getName());

    private final HostAddress host;
    private final String account;
    private final Duty duty;
    private final LinkSettings settings;
    private final Gateway gateway;
    private final Scheduler scheduler;
    private final ThreadFactory threads;
    private final LongSupplier nanoTime;
    private final Clock clock;
    private final Backoff backoff;
    private final Counters<LinkCounter> counters = new Counters<>(LinkCounter.class);
    private final LinkPace pace;
    private volatile @Nullable Link link;
    private @Nullable Future<?> attempt;
    private Phase phase = Phase.DOWN;
    private Instant changedAt;
    private @Nullable String lastError;
    private boolean closing;
    private boolean paused;
    /** From our wish to bind anew until it is so, or was given up. */
    private boolean rebinding;
    /** Unbinds by our own wish, not to stay away. */
    private @Nullable Link outgoing;

    private long outgoingEndedAt;
    private long boundAt;

    LinkKeeper(
            HostAddress host,
            Duty duty,
            LinkSettings settings,
            long reconnectMaxDelay,
            Gateway gateway,
            GatewayRuntime runtime) {
        this.host = host;
        this.duty = duty;
        this.account = gateway.account();
        this.settings = settings;
        this.gateway = gateway;
        this.scheduler = runtime.scheduler();
        this.threads = runtime.threads();
        this.nanoTime = runtime.nanoTime();
        this.clock = runtime.clock();
        this.changedAt = clock.instant();
        this.pace = new LinkPace(nanoTime.getAsLong(), 0);
        this.backoff = new Backoff(reconnectMaxDelay, ThreadLocalRandom.current());
    }

    HostAddress host() {
        return host;
    }

    @Nullable
    Link link() {
        return link;
    }

    Counters<LinkCounter> counters() {
        return counters;
    }

    LinkPace pace() {
        return pace;
    }

    synchronized Phase phase() {
        return phase;
    }

    synchronized Instant changedAt() {
        return changedAt;
    }

    synchronized @Nullable String lastError() {
        return lastError;
    }

    /** Whether closed, and nothing of it is left. */
    synchronized boolean isClosed() {
        return closing && link == null;
    }

    synchronized void start() {
        if (closing || paused || link != null || !isNeeded()) {
            return;
        }
        Link next = new Link(host, settings, this, counters, threads, nanoTime);
        link = next;
        boundAt = 0;
        phase(Phase.CONNECTING);
        next.start();
    }

    private boolean isNeeded() {
        return duty != Duty.RECEIVE || gateway.receives();
    }

    /** Whether requests can go here, or can soon, as it is just bound anew. */
    synchronized boolean submitsOrSoonWill() {
        return rebinding || Hosts.canSubmit(this);
    }

    /** The account receives from now on. */
    void beginToReceive() {
        if (duty == Duty.RECEIVE) {
            start();
        }
    }

    /** A receiver unbinds, if it has not begun to, and stays away until {@link #beginToReceive}. */
    void endToReceive() {
        if (duty != Duty.RECEIVE) {
            return;
        }
        Link open;
        synchronized (this) {
            open = link;
            if (open == null || open == outgoing) {
                lastError = paused ? lastError : null;
                return;
            }
            outgoing = open;
        }
        open.drainPatiently();
    }

    /** Unbinds and binds anew, if it is bound otherwise. @return whether that began */
    boolean rebind(boolean receives) {
        Link open;
        synchronized (this) {
            open = link;
            if (duty != Duty.BOTH
                    || open == null
                    || phase != Phase.BOUND
                    || closing
                    || paused
                    || open.canReceive() == receives) {
                return false;
            }
            rebinding = true;
            outgoing = open;
        }
        open.drainPatiently();
        return true;
    }

    /** Whether another one may be bound anew: this one is bound, or could not be bound for so long. */
    boolean isTurnOver(long now, long patience) {
        synchronized (this) {
            if (!rebinding) {
                return true;
            }
            if (outgoing != null || now - outgoingEndedAt < patience) {
                return false;
            }
            rebinding = false;
        }
        gateway.changed(); // who waited for it is told that it is down
        return true;
    }

    /** Unbinds and closes what is there, and makes nothing new. */
    void close() {
        synchronized (this) {
            closing = true;
            rebinding = false;
        }
        unbind();
    }

    /** Unbinds, and stays unbound until {@link #resume}. */
    void pause() {
        synchronized (this) {
            paused = true;
            rebinding = false;
        }
        unbind();
        gateway.changed(); // who waited for it to be bound anew does so no more
    }

    /** Connects again, at once. */
    void resume() {
        synchronized (this) {
            paused = false;
            cancelAttempt();
        }
        start();
    }

    private void unbind() {
        Link open;
        synchronized (this) {
            cancelAttempt();
            open = link;
        }
        if (open != null) {
            open.drain();
        }
    }

    private void cancelAttempt() {
        if (attempt != null) {
            attempt.cancel(false);
        }
    }

    void abort() {
        Link open = link();
        if (open != null) {
            open.lost("closed");
        }
    }

    void tick(long now) {
        Link open = link();
        if (open != null) {
            open.tick(now);
        }
        pace.tick(now, counters.of(LinkCounter.ACCEPTED));
    }

    @Override
    public synchronized void binding(Link binding) {
        phase(Phase.BINDING);
    }

    @Override
    public void bound(Link bound) {
        synchronized (this) {
            boundAt = nanoTime.getAsLong();
            lastError = null;
            phase(Phase.BOUND);
            rebinding = false;
        }
        LOG.log(Level.INFO, "SMPP-101 account {0}: bound to {1}", account, host);
        gateway.changed();
    }

    @Override
    public void delivered(Link from, Envelope message) {
        gateway.delivered(new Received(message, from));
    }

    @Override
    public void refused(Link by, CommandStatus status) {
        if (StatusPolicy.of(status) == StatusPolicy.SLOW_DOWN) {
            gateway.throttled();
            boolean first = !pace.isLimited();
            pace.throttled(nanoTime.getAsLong(), counters.of(LinkCounter.ACCEPTED));
            if (first) {
                LOG.log(
                        Level.WARNING,
                        "SMPP-106 account {0}: {1} throttles with {2}; this bind slows down and finds its rate",
                        account,
                        host,
                        status);
            }
        }
    }

    @Override
    public void slotsFreed() {
        gateway.changed();
    }

    @Override
    public void draining(Link draining) {
        synchronized (this) {
            if (link == draining) { // whoever asked for it may be overtaken by the end
                phase(Phase.DRAINING);
            }
        }
        gateway.leaving(draining);
    }

    @Override
    public void ended(Link ended, SessionEnd end) {
        gateway.gone(ended);
        Runnable log = () -> {};
        synchronized (this) {
            boolean wasBound = boundAt != 0;
            boolean wished = ended == outgoing;
            link = null;
            outgoing = null;
            outgoingEndedAt = wished ? nanoTime.getAsLong() : outgoingEndedAt;
            phase(Phase.DOWN);
            if (paused && !closing) {
                lastError = "drained; waits to be resumed";
            } else if (wished && end.cause() == SessionEnd.Cause.UNBOUND && !closing) {
                lastError = null;
                attempt = scheduler.after(0, this::start);
            } else if (!closing) {
                lastError = end.text();
                long now = nanoTime.getAsLong();
                long delay = backoff.next(end, wasBound ? Math.max(1, now - boundAt) : 0, rebinding);
                int failures = backoff.failures();
                log = () -> log(end, wasBound, delay, failures);
                attempt = scheduler.after(delay, this::start);
            }
        }
        log.run(); // without the monitor: whoever listens to the log may block, or close us
        gateway.changed();
    }

    private void log(SessionEnd end, boolean wasBound, long delay, int failures) {
        String pause = delay / 1_000_000 + " ms"; // as text: a number would be grouped by the JVM's language
        if (Backoff.isTurnedAway(end)) {
            LOG.log(
                    Level.ERROR,
                    "SMPP-104 account {0}: {1} {2}; check systemId, password and the number of binds allowed; next"
                            + " attempt in {3}",
                    account,
                    host,
                    end.text(),
                    pause);
        } else if (wasBound) {
            LOG.log(Level.WARNING, "SMPP-102 account {0}: lost {1}: {2}; reconnecting", account, host, end.text());
        } else {
            // Said once a failure in words; the repetitions would only fill the log.
            Level level = failures == 1 ? Level.WARNING : Level.DEBUG;
            LOG.log(
                    level,
                    "SMPP-103 account {0}: cannot bind to {1}: {2}; next attempt in {3}, the delay grows",
                    account,
                    host,
                    end.text(),
                    pause);
        }
    }

    private void phase(Phase next) {
        if (phase != next) {
            phase = next;
            changedAt = clock.instant();
        }
    }
}
