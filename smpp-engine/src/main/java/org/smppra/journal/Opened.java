package org.smppra.journal;

/**
 * A log that was opened and is ready to be written to.
 *
 * @param uncertainBefore entries before this place may be out of date: damage follows them
 * @param cleanUpTo the segments up to this one are to be cleaned because of damage
 * @param lastKey no larger key was ever used
 */
record Opened(Log log, Head head, long uncertainBefore, long cleanUpTo, long lastKey, OpeningReport report) {}
