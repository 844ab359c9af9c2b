package org.smppra.journal;

import java.io.IOException;

/**
 * What the writer thread does beside writing: keeps segments ready, cleans and drops old ones, forces what was appended
 * without haste. In small steps: between groups in proportion to what they wrote, and all the time when nobody waits.
 */
final class Upkeep {
    /** So much is copied before it is forced, lest a commit wait behind it. */
    private static final int FORCED_PIECE = 256 << 10;

    private static final long CHECK_NANOS = 1_000_000_000;

    private final Log log;
    private final Head head;
    private final Cleaner cleaner;
    private final Room room;
    private final Dropping dropping;
    private final long cleanUpTo;
    private final long lazyNanos;
    private final int eraseSeconds;
    private long seen;
    private long spareDue;
    private long cleanDue;
    private long unforced;
    private long cleanAt;
    private long eraseCheckAt;
    private long eraseUpTo;

    /** @param cleanUpTo segments up to this one are cleaned whatever is live in them */
    Upkeep(Log log, Head head, Cleaner cleaner, Room room, Dropping dropping, long cleanUpTo) {
        this.log = log;
        this.head = head;
        this.cleaner = cleaner;
        this.room = room;
        this.dropping = dropping;
        this.cleanUpTo = cleanUpTo;
        lazyNanos = log.settings().lazyForce().toNanos();
        eraseSeconds =
                (int) Math.min(Integer.MAX_VALUE, log.settings().eraseWithin().toSeconds() / 2);
        cleanAt = now();
        eraseCheckAt = cleanAt;
    }

    private long now() {
        return log.runtime().nanoTime().getAsLong();
    }

    /** After a group was written: as much as it calls for. */
    void afterGroup() throws IOException {
        long written = head.appended() - seen;
        spareDue += 2 * written;
        if (spareDue >= log.spares().piece()) {
            spareDue = 0;
            room.prepare();
        }
        if (wantsCleaning()) {
            cleanDue += written * haste();
            long looked = 1;
            while (cleanDue > 0 && looked > 0) {
                looked = clean();
                cleanDue -= looked;
            }
        }
        cleanDue = Math.min(0, cleanDue);
        drop();
        if (head.dirty() && now() - head.dirtySince() >= lazyNanos) {
            head.force();
        }
        seen = head.appended();
    }

    /**
     * One step when nobody waits.
     *
     * @return for how many nanoseconds there is nothing more to do; 0 if there is
     */
    long idle() throws IOException {
        seen = head.appended();
        if (head.dirty() && (unforced >= FORCED_PIECE || now() - head.dirtySince() >= lazyNanos)) {
            head.force();
            unforced = 0;
        }
        drop();
        if (room.prepare()) {
            return 0;
        }
        if (overdue(head.active())) {
            roll();
        }
        if (wantsCleaning() && clean() > 0) {
            return 0;
        }
        if (head.dirty()) {
            return Math.max(1, head.dirtySince() + lazyNanos - now());
        }
        if (!head.unmarked() || room.full()) {
            return CHECK_NANOS;
        }
        long quiet = now() - head.forcedAt();
        if (quiet >= lazyNanos) {
            head.markApart();
            head.force();
            return CHECK_NANOS;
        }
        return lazyNanos - quiet;
    }

    private void drop() throws IOException {
        if (dropping.dropDead()) {
            room.freed();
        }
    }

    /** One step. @return octets looked at; 0 if nothing can be done now */
    private int clean() throws IOException {
        if (!room.canClean()) {
            return 0;
        }
        try {
            long before = head.appended();
            int looked = cleaner.step();
            unforced += head.appended() - before;
            return looked;
        } catch (JournalFullException e) {
            cleanAt = now() + CHECK_NANOS;
            return 0;
        }
    }

    /** A new segment, so that the active one can be cleaned. */
    private void roll() throws IOException {
        try {
            if (!room.full()) {
                head.roll();
            }
        } catch (JournalFullException e) {
            // tried again when it is asked the next time
        }
    }

    private boolean wantsCleaning() {
        Segment oldest = log.segments().oldest();
        if (oldest == null || oldest == head.active() || now() - cleanAt < 0) {
            return false;
        }
        if (cleaner.cleaning() != null || oldest.number() <= cleanUpTo || log.diskOctets() > allowed()) {
            return true;
        }
        if (room.full() && room.worthCleaning()) {
            return true;
        }
        return oldest.number() <= eraseUpTo();
    }

    private long allowed() {
        return (long) (log.settings().diskFactor() * log.index().octets())
                + (long) JournalSettings.KEPT_SEGMENTS * log.settings().segmentOctets();
    }

    /** Octets to look at for each that is written: more, the further the disk is beyond what is allowed. */
    private long haste() {
        double beyond = (double) log.diskOctets() / allowed();
        return beyond < 1.25 ? 2 : beyond < 1.5 ? 4 : 16;
    }

    /** The last segment that holds a body for too long; looked for now and then only. */
    private long eraseUpTo() {
        if (now() - eraseCheckAt >= 0) {
            eraseCheckAt = now() + CHECK_NANOS;
            eraseUpTo = log.segments().all().stream()
                    .filter(this::overdue)
                    .mapToLong(Segment::number)
                    .max()
                    .orElse(0);
        }
        return eraseUpTo;
    }

    /** Whether a body that is no longer live has been in it for half the time that it may. */
    private boolean overdue(Segment segment) {
        return segment.deadSince() != 0 && log.seconds() - segment.deadSince() >= eraseSeconds;
    }
}
