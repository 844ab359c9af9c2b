package org.smppra.engine;

/** What one listener is to get, and who waits for what becomes of it. */
public interface Offered {
    /** What the listener is given at this attempt, counted from 1. */
    Object value(int attempt);

    /** Whether who waits has given up meanwhile, and offers it again later. */
    boolean isLate(long nanoTime);

    /** The listener took it for good. */
    void committed();

    /**
     * Not taken in the attempts or the time that it may have here.
     *
     * @return what becomes of it, in words
     */
    String givenUp();

    /** This listener cannot take it any more: another one may, or this one later. */
    void handBack();
}
