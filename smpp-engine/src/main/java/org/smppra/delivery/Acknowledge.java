package org.smppra.delivery;

/** What an ESME_ROK to a deliver_sm means. */
public enum Acknowledge {
    /** A listener committed it. */
    AFTER_COMMIT,
    /** It is on disk, and listeners will get it. */
    STORED
}
