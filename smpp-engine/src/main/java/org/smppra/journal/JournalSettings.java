package org.smppra.journal;

import java.time.Duration;

/**
 * How a journal uses disk and memory.
 *
 * @param segmentOctets the size of a file of the log, 16 KiB to 256 MiB; a record that is larger gets a file of its own
 * @param diskFactor the disk may grow to this multiple of the live octets, and {@link #KEPT_SEGMENTS} segments more,
 *     before old segments are cleaned, 1.5 to 100
 * @param eraseWithin after which time the body of an entry that was removed or replaced is gone from the disk, given
 *     that the disk works; at least 2 s. Files that were set aside for damage are not touched
 * @param lazyForce after which time what was appended is forced at the latest, 1 ms to 1 minute
 * @param maxPendingOctets how much may wait to be written before callers wait, at least 64 KiB
 */
public record JournalSettings(
        int segmentOctets, double diskFactor, Duration eraseWithin, Duration lazyForce, long maxPendingOctets) {
    /** So many segments the disk may hold even if nothing is live: the one written to, two kept ready, and the last. */
    public static final int KEPT_SEGMENTS = 4;

    /** Checks the ranges; the error names the field. */
    public JournalSettings {
        if (segmentOctets < 16 << 10 || segmentOctets > 256 << 20) {
            throw new IllegalArgumentException("segmentOctets must be 16384 to 268435456, is " + segmentOctets);
        }
        if (!(diskFactor >= 1.5 && diskFactor <= 100)) {
            throw new IllegalArgumentException("diskFactor must be 1.5 to 100, is " + diskFactor);
        }
        if (eraseWithin.compareTo(Duration.ofSeconds(2)) < 0) {
            throw new IllegalArgumentException("eraseWithin must be at least 2 s, is " + eraseWithin);
        }
        if (lazyForce.compareTo(Duration.ofMillis(1)) < 0 || lazyForce.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("lazyForce must be 1 ms to 1 minute, is " + lazyForce);
        }
        if (maxPendingOctets < 64 << 10) {
            throw new IllegalArgumentException("maxPendingOctets must be at least 65536, is " + maxPendingOctets);
        }
    }

    /** Segments of 8 MiB, disk 2.5 times what is live, erased within a day, forced within a second, 16 MiB waiting. */
    public static JournalSettings defaults() {
        return new JournalSettings(8 << 20, 2.5, Duration.ofDays(1), Duration.ofSeconds(1), 16 << 20);
    }

    /** With another size of segments. */
    public JournalSettings withSegmentOctets(int octets) {
        return new JournalSettings(octets, diskFactor, eraseWithin, lazyForce, maxPendingOctets);
    }

    /** With another bound of the disk. */
    public JournalSettings withDiskFactor(double factor) {
        return new JournalSettings(segmentOctets, factor, eraseWithin, lazyForce, maxPendingOctets);
    }

    /** With another time within which dead bodies are erased. */
    public JournalSettings withEraseWithin(Duration time) {
        return new JournalSettings(segmentOctets, diskFactor, time, lazyForce, maxPendingOctets);
    }

    /** With another time within which appended batches are forced. */
    public JournalSettings withLazyForce(Duration time) {
        return new JournalSettings(segmentOctets, diskFactor, eraseWithin, time, maxPendingOctets);
    }

    /** With another bound of what waits to be written. */
    public JournalSettings withMaxPendingOctets(long octets) {
        return new JournalSettings(segmentOctets, diskFactor, eraseWithin, lazyForce, octets);
    }
}
