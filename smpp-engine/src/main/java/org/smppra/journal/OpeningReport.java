package org.smppra.journal;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found when a journal was opened.
 *
 * @param segments files of the log
 * @param records valid records in them
 * @param liveEntries entries that are live
 * @param uncertainEntries how many of these stand before damage
 * @param tornTail what a crash had left after the last force, or null: nothing of it was acknowledged, and it was cut
 * @param damages parts of the log that had been forced and cannot be read; each was logged too
 * @param took how long opening took
 */
public record OpeningReport(
        int segments,
        long records,
        int liveEntries,
        int uncertainEntries,
        @Nullable Damage tornTail,
        List<Damage> damages,
        Duration took) {}
