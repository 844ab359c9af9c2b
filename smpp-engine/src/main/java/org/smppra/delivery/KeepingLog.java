package org.smppra.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.smppra.link.Counters;

/** Counts what became dead letters and what could not be stored, and says it once a second at most. */
final class KeepingLog {
    private static final Logger LOG = System.getLogger(KeepingLog.class.getName());

    private final String account;
    private final Counters<DeliveryCounter> counters;
    private final Matter buried = new Matter();
    private final Matter unstored = new Matter();

    /** How often since it was last said, and why the last time. */
    private static final class Matter {
        int count;
        String why = "";
    }

    KeepingLog(String account, Counters<DeliveryCounter> counters) {
        this.account = account;
        this.counters = counters;
    }

    void buried(String reason) {
        counters.count(DeliveryCounter.BURIED);
        note(buried, reason);
    }

    /** It could not be stored, and was refused. */
    void unstored(String failure) {
        counters.count(DeliveryCounter.REFUSED_UNSTORED);
        note(unstored, failure);
    }

    private synchronized void note(Matter matter, String why) {
        matter.count++;
        matter.why = why;
    }

    void tick() {
        say(buried, "SMPP-206 account {0}: {1} deliveries became dead letters, the last one: {2}");
        say(unstored, "SMPP-207 account {0}: {1} deliveries could not be stored and were refused, the last one: {2}");
    }

    private void say(Matter matter, String words) {
        int count;
        String why;
        synchronized (this) {
            count = matter.count;
            why = matter.why;
            matter.count = 0;
        }
        if (count > 0) {
            LOG.log(Level.WARNING, words, account, count, why);
        }
    }
}
