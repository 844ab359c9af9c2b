package org.smppra.journal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * What is done about a disk that has no room for another segment. Two segments are kept ready. When only one can be had,
 * the journal is full: that one is left to cleaning, and what is left of the active segment to settling, which is
 * removals and small replacements. So a full disk never keeps an outbox from being emptied, and emptying it makes room.
 * Belongs to the writer thread.
 */
final class Room {
    private static final Logger LOG = System.getLogger(Room.class.getName());
    private static final int SMALL = 1024;
    private static final long RETRY_NANOS = 1_000_000_000;

    private final Log log;
    private final Head head;
    private final Cleaner cleaner;
    private final Dropping dropping;
    private final Status status;
    private long retryAt;

    Room(Log log, Head head, Cleaner cleaner, Dropping dropping, Status status) {
        this.log = log;
        this.head = head;
        this.cleaner = cleaner;
        this.dropping = dropping;
        this.status = status;
    }

    boolean full() {
        return !log.spares().complete() && log.spares().failure() != null;
    }

    /** Makes the next piece of what is kept ready. @return whether there is more to do now */
    boolean prepare() {
        Spares spares = log.spares();
        if (spares.complete() || full() && now() - retryAt < 0) {
            return false;
        }
        boolean going = spares.step();
        tell(!going);
        return going && !spares.complete();
    }

    /** Something was deleted: worth another try at once. */
    void freed() {
        retryAt = now();
    }

    private long now() {
        return log.runtime().nanoTime().getAsLong();
    }

    private boolean make() {
        boolean made = log.spares().make(Spares.KEPT);
        tell(!made);
        return made;
    }

    private void tell(boolean failed) {
        IOException failure = log.spares().failure();
        if (failed) {
            retryAt = now() + RETRY_NANOS;
        }
        if (full() && failure != null) {
            if (status.running(JournalState.FULL, reason(failure))) {
                LOG.log(Level.ERROR, "SMPP-303 {0}", reason(failure));
            }
        } else if (log.spares().complete() && status.running(JournalState.RUNNING, "")) {
            LOG.log(
                    Level.INFO,
                    "SMPP-304 The journal in {0} has room again",
                    log.files().directory());
        }
    }

    private String reason(IOException failure) {
        return "No room for another segment of the journal in " + log.files().directory() + " (" + failure
                + "): only removals and small replacements are taken; make room, the rest goes on by itself";
    }

    /**
     * Sees to it that the batch may be appended.
     *
     * @throws JournalFullException if it may not
     */
    void admit(JournalBatch batch) throws IOException, JournalFullException {
        int length = Head.octets(batch);
        if (full() ? now() - retryAt >= 0 && make() : length <= addable() || make()) {
            return;
        }
        head.flush();
        if (!settles(batch)) {
            throw new JournalFullException(status.reason());
        }
        while (full() && head.room() - length < reserved()) {
            if (!cleanOne()) {
                throw new JournalFullException(status.reason());
            }
        }
    }

    /** What may be written to the active segment as long as not all segments are ready: half of it is for settling. */
    private int addable() {
        return log.spares().complete()
                ? head.room()
                : head.room() - log.settings().segmentOctets() / 2;
    }

    /** Of the active segment: what cleaning needs to finish, or to begin, beside what is ready. */
    private long reserved() {
        return cleaner.cleaning() == null ? cleaner.slack() : cleaner.needed() - kept();
    }

    private boolean settles(JournalBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            byte[] body = batch.body(i);
            Live live = log.index().get(batch.key(i));
            if (body != null && (live == null || body.length > Math.max(SMALL, live.octets() - EntryFormat.HEADER))) {
                return false;
            }
        }
        return true;
    }

    /** Whether cleaning would make a difference to a full disk, and can be done. */
    boolean worthCleaning() {
        long dead = 0;
        for (Segment segment : log.segments().all()) {
            if (segment != head.active()) {
                dead += segment.end() - SegmentHeader.OCTETS - segment.liveOctets() * 33 / 32;
            }
        }
        return dead >= log.settings().segmentOctets() / 4 && canClean();
    }

    /** Whether the oldest segment can be cleaned to its end. */
    boolean canClean() {
        return cleaner.cleaning() != null || !full() || cleaner.fits(head.room() + kept());
    }

    private long kept() {
        return (long) log.spares().ready() * (log.settings().segmentOctets() - SegmentHeader.OCTETS);
    }

    private boolean cleanOne() throws IOException {
        if (!worthCleaning()) {
            return false;
        }
        try {
            do {
                cleaner.step();
            } while (cleaner.cleaning() != null);
        } catch (JournalFullException e) {
            return false;
        }
        boolean dropped = dropping.dropDead();
        make();
        return dropped;
    }
}
