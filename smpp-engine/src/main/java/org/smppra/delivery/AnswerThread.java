package org.smppra.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

/** Does what a journal's thread was told of, which must not wait for a link. Bounded by the answers that are due. */
final class AnswerThread implements Runnable {
    private static final Logger LOG = System.getLogger(AnswerThread.class.getName());

    private static final long PATIENCE_MILLIS = 5_000;

    private final Queue<Runnable> steps = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    AnswerThread(ThreadFactory threads) {
        this.thread = threads.newThread(this);
        thread.setName(thread.getName() + " stored");
    }

    void start() {
        thread.start();
    }

    void add(Runnable step) {
        steps.add(step);
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        while (!closed || !steps.isEmpty()) {
            Runnable step = steps.poll();
            if (step == null) {
                LockSupport.park(this);
                continue;
            }
            try {
                step.run();
            } catch (Throwable e) { // an Error too, or no answer would ever be given again
                LOG.log(Level.ERROR, "SMPP-208 a step on the way to or from the inbox failed; it goes on", e);
            }
        }
    }

    /** Ends when all that was added is done; waits for that, for a bounded time. */
    void close() {
        closed = true;
        LockSupport.unpark(thread);
        awaitEnd(thread);
    }

    static void awaitEnd(Thread thread) {
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
