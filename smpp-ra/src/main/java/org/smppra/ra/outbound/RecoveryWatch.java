package org.smppra.ra.outbound;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Notices a server that prepares branches and never asks which of them are in doubt: after a crash they would stay so
 * for ever. WildFly without recovery credentials on the connection definition is one. Its transaction manager asks every
 * 130 seconds; this waits for more than two such rounds.
 */
public final class RecoveryWatch {
    private static final Logger LOG = System.getLogger(RecoveryWatch.class.getName());
    private static final long PATIENCE = Duration.ofMinutes(5).toNanos();

    private boolean asked;
    private boolean needed;
    private boolean said;
    private long neededAt;

    /** A branch was prepared. */
    synchronized void prepared() {
        needed = true;
    }

    /** The server asked. */
    synchronized void asked() {
        asked = true;
    }

    /**
     * To be called now and then.
     *
     * @param inDoubt whether branches of an earlier run wait for a decision
     * @return whether it complained, which it does once
     */
    public synchronized boolean look(long nanoTime, boolean inDoubt) {
        if (asked || said) {
            return false;
        }
        if (neededAt == 0) {
            needed |= inDoubt;
            neededAt = needed ? nanoTime | 1 : 0; // never 0, and off by a nanosecond
            return false;
        }
        said = nanoTime - neededAt >= PATIENCE;
        if (said) {
            LOG.log(
                    Level.WARNING,
                    "SMPP-332 transactions were prepared, and the server's transaction manager never asked for those in"
                            + " doubt: after a crash, submissions of a transaction that was prepared would neither be sent"
                            + " nor dropped. Let the server recover this connection factory; WildFly needs"
                            + " recovery-username and recovery-password on the connection definition, whatever they are");
        }
        return said;
    }
}
