package org.smppra.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.smppra.SmppException;
import org.smppra.dispatch.SubmissionIds;
import org.smppra.gateway.GatewayRuntime;
import org.smppra.inbox.Inbox;
import org.smppra.inbox.InboxCounter;
import org.smppra.outbox.Outbox;

/** Runs accounts, and shares one among all who ask for equal settings. */
public final class Engine implements AutoCloseable {
    /** For threads that have nothing left to do but to return. */
    private static final Duration END = Duration.ofSeconds(1);

    private final EngineThreads threads;
    private final TimerThread timer;
    private final GatewayRuntime runtime;
    private final SubmissionIds ids;
    private final Map<AccountSettings, Account> accounts = new HashMap<>();
    private final @Nullable OpeningOutbox outbox;
    private boolean closed;

    /**
     * Without an outbox: everything is sent at once.
     *
     * @param name part of the threads' names
     */
    public Engine(String name) {
        this(name, null);
    }

    /**
     * Returns at once; the outbox opens on a thread of its own, for it may take seconds.
     *
     * @param outbox how it is opened; null: there is none
     */
    public Engine(String name, @Nullable OutboxOpener outbox) {
        Clock clock = Clock.systemUTC();
        threads = new EngineThreads(name);
        timer = new TimerThread(threads);
        runtime = new GatewayRuntime(timer, threads, System::nanoTime, clock);
        ids = new SubmissionIds(clock);
        this.outbox = outbox == null ? null : new OpeningOutbox(outbox, runtime);
        if (this.outbox != null) {
            Unattended unattended = new Unattended(this.outbox);
            timer.every(Unattended.INTERVAL, unattended::look);
        }
    }

    /**
     * Where submissions are stored. Waits until it is open, for a bounded time.
     *
     * @throws SmppException if there is none, it is not open yet, or it could not be opened: says why, and what to do
     */
    public Outbox outbox() throws SmppException {
        return OpeningOutbox.get(outbox);
    }

    /** Null while it is not open, or if there is none. */
    public @Nullable Outbox openOutbox() {
        return outbox == null ? null : outbox.now();
    }

    /** What was counted in the inbox, of all accounts, since it was opened; empty while it is not open, or if there is none. */
    public Map<InboxCounter, Long> inboxCounters() {
        Inbox open = outbox == null ? null : outbox.inbox().now();
        return open == null ? Map.of() : open.counters();
    }

    GatewayRuntime runtime() {
        return runtime;
    }

    /**
     * The account of these settings, started if it does not run yet; does not wait for any host. Each call is one
     * lease, given back by {@link #release}.
     *
     * @throws IllegalArgumentException naming the property, if they want an inbox where there is no outbox
     */
    public Account open(AccountSettings settings) {
        return open(settings, account -> {});
    }

    /** @param first done with it, before its first bind if it does not run yet: such as adding a sink */
    public synchronized Account open(AccountSettings settings, Consumer<Account> first) {
        settings.check(outbox != null);
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        Account running = accounts.get(settings);
        Account account = running != null ? running : new Account(settings, runtime, ids, outbox);
        first.accept(account);
        account.leased();
        if (running == null) {
            accounts.put(settings, account);
            account.start();
        }
        return account;
    }

    /** As {@link #release}, but does not wait until it is unbound. */
    public void releaseLater(Account account) {
        threads.newThread(() -> release(account)).start();
    }

    /** Gives a lease back; the last one unbinds, in bounded time. */
    public void release(Account account) {
        synchronized (this) {
            if (closed || !account.released()) {
                return;
            }
            accounts.remove(account.settings());
        }
        account.close();
    }

    /**
     * Unbinds all accounts and ends all threads, in bounded time. Called on a thread of the engine it does not wait: what
     * it would wait for may be that thread.
     */
    @Override
    public void close() {
        if (isOwnThread()) {
            threads.newThread(this::end).start();
        } else {
            end();
        }
    }

    /** Whether the caller runs on a thread of this engine: a listener's, or one that settles calls. */
    boolean isOwnThread() {
        return threads.isOwn();
    }

    /** The same on whatever thread. */
    void end() {
        List<Account> open;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            open = new ArrayList<>(accounts.values());
            accounts.clear();
        }
        List<Thread> closers =
                open.stream().map(account -> threads.newThread(account::close)).toList();
        closers.forEach(Thread::start);
        closers.forEach(EngineThreads::join);
        if (outbox != null) {
            outbox.close();
        }
        timer.close();
        threads.awaitEnd(END);
    }
}
