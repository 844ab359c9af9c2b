package org.smppra.link;

/** Who writes a request. */
public enum Flush {
    /** The caller, now, together with what others appended. */
    NOW,
    /** The writer thread, soon. */
    SOON,
    /** Whoever flushes the link next. */
    LATER
}
