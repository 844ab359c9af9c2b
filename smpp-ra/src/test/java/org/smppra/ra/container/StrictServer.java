package org.smppra.ra.container;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.XATerminator;
import jakarta.resource.spi.work.ExecutionContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkContextProvider;
import jakarta.resource.spi.work.WorkEvent;
import jakarta.resource.spi.work.WorkListener;
import jakarta.resource.spi.work.WorkManager;
import jakarta.resource.spi.work.WorkRejectedException;
import jakarta.transaction.Status;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server's work manager that allows nothing that any server forbids: each Work has a thread of the server's, and must
 * leave it as it found it. Every misuse is noted as a violation.
 */
public final class StrictServer implements BootstrapContext, WorkManager {
    /** What a thread of the server sees before an application's loader is set. */
    private static final ClassLoader LOADER = new ClassLoader(StrictServer.class.getClassLoader()) {};

    private static final String THREAD = "server work ";

    private final TinyTransactions transactions;
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final Set<Work> active = ConcurrentHashMap.newKeySet();
    private final List<WorkContext> contexts = new CopyOnWriteArrayList<>();
    private final AtomicInteger scheduled = new AtomicInteger();
    private final AtomicInteger rejections = new AtomicInteger();
    private final AtomicInteger lateRejections = new AtomicInteger();
    private final AtomicInteger noThreads = new AtomicInteger();
    private final AtomicInteger earlyReleases = new AtomicInteger();
    private final AtomicInteger timers = new AtomicInteger();
    private volatile boolean registry = true;

    public StrictServer(TinyTransactions transactions) {
        this.transactions = transactions;
    }

    public List<String> violations() {
        return violations;
    }

    void violation(String what) {
        violations.add(what);
    }

    /** So many Works are refused when they are handed over. */
    public void reject(int count) {
        rejections.set(count);
    }

    /** So many Works are taken, and refused when their turn comes. */
    public void rejectLater(int count) {
        lateRejections.set(count);
    }

    /** So many times there is no room for a thread of its own, as a JVM says it. */
    public void noThread(int count) {
        noThreads.set(count);
    }

    public int noThreadLeft() {
        return noThreads.get();
    }

    public int rejectionsLeft() {
        return rejections.get() + lateRejections.get();
    }

    /** So many Works are released before they run. */
    public void releaseBeforeRun(int count) {
        earlyReleases.set(count);
    }

    /** What a server does that shuts down, and may do at any time. */
    public void releaseAll() {
        active.forEach(Work::release);
    }

    public int active() {
        return active.size();
    }

    public Set<Work> works() {
        return active;
    }

    public int scheduled() {
        return scheduled.get();
    }

    public int timersAsked() {
        return timers.get();
    }

    /** What came with the Works. */
    public List<WorkContext> contexts() {
        return contexts;
    }

    static boolean isOnWork() {
        return Thread.currentThread().getName().startsWith(THREAD);
    }

    @Override
    public void scheduleWork(Work work) throws WorkRejectedException {
        scheduleWork(work, INDEFINITE, null, null);
    }

    @Override
    public void scheduleWork(Work work, long timeout, ExecutionContext context, WorkListener listener)
            throws WorkRejectedException {
        check(work, context);
        if (took(rejections)) {
            throw new WorkRejectedException("no thread");
        }
        if (took(noThreads)) {
            throw new OutOfMemoryError("unable to create native thread");
        }
        if (took(lateRejections)) {
            listener.workRejected(new WorkEvent(
                    this, WorkEvent.WORK_REJECTED, work, new WorkRejectedException("no thread after all")));
            return;
        }
        if (!active.add(work)) {
            violation("a Work that runs was scheduled again");
        }
        Thread thread = new Thread(null, () -> run(work), THREAD + scheduled.incrementAndGet());
        thread.setContextClassLoader(LOADER);
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean took(AtomicInteger left) {
        return left.getAndUpdate(now -> Math.max(0, now - 1)) > 0;
    }

    private void check(Work work, ExecutionContext context) {
        if (isOnWork()) {
            violation("scheduled by a Work, which may block it");
        }
        if (context != null && work instanceof WorkContextProvider) {
            violation("an ExecutionContext beside work contexts");
        }
        if (work instanceof WorkContextProvider provider) {
            contexts.addAll(provider.getWorkContexts());
        }
        for (String method : List.of("run", "release")) {
            try {
                if (Modifier.isSynchronized(work.getClass().getMethod(method).getModifiers())) {
                    violation(method + " is synchronized");
                }
            } catch (NoSuchMethodException e) {
                throw new AssertionError(e);
            }
        }
    }

    private void run(Work work) {
        if (took(earlyReleases)) {
            work.release();
        }
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            violation("a Work threw " + e);
        } finally {
            active.remove(work);
        }
        if (Thread.currentThread().getContextClassLoader() != LOADER) {
            violation("a Work left another class loader on the server's thread");
        }
        if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            violation("a Work left a transaction on the server's thread");
        }
    }

    @Override
    public void doWork(Work work) {
        violation("doWork waits");
    }

    @Override
    public void doWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
        doWork(work);
    }

    @Override
    public long startWork(Work work) {
        violation("startWork waits");
        return 0;
    }

    @Override
    public long startWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
        return startWork(work);
    }

    @Override
    public WorkManager getWorkManager() {
        return this;
    }

    /** For transaction inflow, which is not offered. */
    @Override
    public XATerminator getXATerminator() {
        violation("asked for an XATerminator");
        return null;
    }

    @Override
    public Timer createTimer() throws UnavailableException {
        timers.incrementAndGet();
        throw new UnavailableException("no timers here");
    }

    @Override
    public boolean isContextSupported(Class<? extends WorkContext> type) {
        return true;
    }

    @Override
    public TinyTransactions getTransactionSynchronizationRegistry() {
        return registry ? transactions : null;
    }

    /** Whether the adapter gets the registry from now on; transactions there are in any case. */
    public void showRegistry(boolean shown) {
        registry = shown;
    }

    TinyTransactions transactions() {
        return transactions;
    }

    /** @throws AssertionError on every misuse */
    public void check() {
        List<String> all = new ArrayList<>(violations);
        if (!all.isEmpty()) {
            throw new AssertionError("misuse of the contract: " + all);
        }
    }
}
