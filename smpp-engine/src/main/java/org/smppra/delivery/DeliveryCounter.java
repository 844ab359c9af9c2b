package org.smppra.delivery;

/** The bounds that deliveries reached. */
public enum DeliveryCounter {
    /** Messages refused at once because too many had no answer yet. */
    REFUSED_FULL,
    /** Messages refused because no listener took them in time. */
    REFUSED_LATE,
    /** Messages of which parts were missing when their time, or the room, was over. */
    INCOMPLETE,
    /** Messages refused because they could not be stored. */
    REFUSED_UNSTORED,
    /** Messages that became dead letters. */
    BURIED
}
