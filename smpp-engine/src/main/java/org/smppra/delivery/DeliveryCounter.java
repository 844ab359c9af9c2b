package org.smppra.delivery;

/** The bounds that deliveries reached. */
public enum DeliveryCounter {
    /** Messages refused at once because too many had no answer yet. */
    REFUSED_FULL,
    /** Messages refused because no listener took them in time. */
    REFUSED_LATE,
    /** Messages of which parts were missing when their time, or the room, was over. */
    INCOMPLETE,
    /** Receipts that came again: committed before, or in delivery. No listener is given the second. */
    REPEATED,
    /** Receipts that waited for an answer of the SMSC that had not told yet whose they are. */
    PARKED,
    /** Receipts for which there was no room to wait, and that went on without being matched. */
    PARKED_FULL,
    /** Receipts of which neither they nor what was noted says whose they are. */
    UNMATCHED,
    /** Messages refused because they could not be stored. */
    REFUSED_UNSTORED,
    /** Messages that became dead letters. */
    BURIED
}
