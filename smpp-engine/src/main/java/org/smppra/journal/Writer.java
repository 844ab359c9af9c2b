package org.smppra.journal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes: takes what waits, writes it, forces it, tells whoever waits. If the group before was of
 * several committers, it gives the rest of them a moment to come back before it forces; a lone one never waits.
 */
final class Writer implements Runnable {
    private static final Logger LOG = System.getLogger(Writer.class.getName());
    private static final long LONGEST_GATHER_NANOS = 200_000;

    private final Log log;
    private final Head head;
    private final Room room;
    private final Upkeep upkeep;
    private final PendingQueue queue;
    private final Status status;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Pending> group = new ArrayList<>();
    private int forces;
    private int lastForces;
    private long lastForceNanos;
    private volatile boolean closing;

    Writer(Log log, Head head, Room room, Upkeep upkeep, PendingQueue queue, Status status) {
        this.log = log;
        this.head = head;
        this.room = room;
        this.upkeep = upkeep;
        this.queue = queue;
        this.status = status;
    }

    /** Asks it to write what waits, and to end. */
    void close() {
        closing = true;
        queue.interruptPark();
    }

    boolean closing() {
        return closing;
    }

    /** Returns when the thread is at its end. */
    void awaitEnd() {
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            while (!closing) {
                List<Pending> taken = queue.take();
                if (!taken.isEmpty()) {
                    group(taken);
                    upkeep.afterGroup();
                } else {
                    rest();
                }
            }
            finish();
        } catch (Throwable e) { // an error in the only thread that writes must not leave callers waiting
            fail(e);
        } finally {
            ended.countDown();
        }
    }

    private void rest() throws IOException {
        long nanos = upkeep.idle();
        if (nanos > 0) {
            queue.park(nanos);
        }
    }

    private void finish() throws IOException {
        List<Pending> rest = queue.end(JournalException::closed);
        group(rest);
        head.force();
        if (head.unmarked() && !room.full()) {
            head.markApart();
            head.force();
        }
        status.closed();
    }

    private void group(List<Pending> taken) throws IOException {
        forces = 0;
        write(taken);
        if (forces > 0) {
            gather();
            long started = now();
            head.force();
            lastForceNanos = now() - started;
            lastForces = forces;
        } else {
            head.flush();
        }
        List<Pending> done = List.copyOf(group);
        group.clear();
        done.forEach(p -> tell(p, null));
    }

    private void gather() throws IOException {
        if (forces < lastForces) {
            long until = now() + Math.min(LONGEST_GATHER_NANOS, lastForceNanos / 8);
            while (forces + queue.forces() < lastForces && now() - until < 0) {
                Thread.yield();
            }
            write(queue.take());
        }
    }

    private void write(List<Pending> taken) throws IOException {
        group.addAll(taken);
        List<Pending> refused = new ArrayList<>();
        for (Pending pending : taken) {
            try {
                if (pending.batch().size() > 0) {
                    room.admit(pending.batch());
                    head.append(pending.batch());
                }
                forces += pending.forces() ? 1 : 0;
            } catch (JournalFullException e) {
                refused.add(pending);
                refuse(pending, e);
            }
        }
        if (!refused.isEmpty()) {
            group.removeAll(refused);
        }
    }

    private void refuse(Pending pending, JournalFullException e) {
        if (pending.lazy()) {
            LOG.log(Level.ERROR, "SMPP-309 What was appended without waiting is lost: {0}", e.getMessage());
        }
        tell(pending, e);
    }

    private void fail(Throwable e) {
        String reason = "Writing to the journal in " + log.files().directory() + " failed (" + e
                + "): it takes nothing more until it is opened again; look at the disk first";
        LOG.log(Level.ERROR, "SMPP-302 " + reason, e);
        status.failed(reason, e);
        List<Pending> rest = new ArrayList<>(group);
        rest.addAll(queue.end(status::exception));
        rest.forEach(p -> tell(p, status.exception()));
    }

    private static void tell(Pending pending, @Nullable JournalException outcome) {
        try {
            pending.done(outcome);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "SMPP-319 A callback of the journal failed", e);
        }
    }

    private long now() {
        return log.runtime().nanoTime().getAsLong();
    }
}
