package org.smppra.journal;

/**
 * What a journal has done since it was opened.
 *
 * @param records records written
 * @param forces forces of a segment; the records of many callers share one
 * @param copiedEntries live entries that cleaning has copied to the head of the log
 * @param droppedSegments segments that were deleted because nothing in them is live
 * @param segments files of the log at present, those kept ready not among them
 * @param damagedEntries entries lost after opening: cleaning found their octets damaged
 */
public record JournalFigures(
        long records, long forces, long copiedEntries, long droppedSegments, int segments, long damagedEntries) {}
