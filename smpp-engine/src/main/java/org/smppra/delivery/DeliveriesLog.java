package org.smppra.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.smppra.link.Counters;

/** Counts what did not reach a listener as it came, and says it once a second at most. */
final class DeliveriesLog {
    private static final Logger LOG = System.getLogger(DeliveriesLog.class.getName());

    private final String account;
    private final Counters<DeliveryCounter> counters;
    private final Matter late = new Matter();
    private final Matter incomplete = new Matter();
    private final Matter buried = new Matter();
    private final Matter unstored = new Matter();

    /** How often since it was last said, and what belongs to the last time. */
    private static final class Matter {
        int count;
        String last = "";
    }

    DeliveriesLog(String account, Counters<DeliveryCounter> counters) {
        this.account = account;
        this.counters = counters;
    }

    /** So many found no listener in time, and got this answer. */
    void late(int count, String answer) {
        count(DeliveryCounter.REFUSED_LATE, late, count, answer);
    }

    /** A message's parts were given up. */
    void incomplete(String fate) {
        count(DeliveryCounter.INCOMPLETE, incomplete, 1, fate);
    }

    void buried(String reason) {
        count(DeliveryCounter.BURIED, buried, 1, reason);
    }

    /** It could not be stored, and was refused. */
    void unstored(String failure) {
        count(DeliveryCounter.REFUSED_UNSTORED, unstored, 1, failure);
    }

    private synchronized void count(DeliveryCounter counter, Matter matter, int more, String last) {
        counters.count(counter, more);
        matter.count += more;
        matter.last = last;
    }

    void tick() {
        say(late, "SMPP-201 account {0}: {1} deliveries found no listener in time and were refused with {2}");
        say(
                incomplete,
                "SMPP-205 account {0}: parts of {1} messages did not come in time or had no room; what came of them is {2}");
        say(buried, "SMPP-206 account {0}: {1} deliveries became dead letters, the last one: {2}");
        say(unstored, "SMPP-207 account {0}: {1} deliveries could not be stored and were refused, the last one: {2}");
    }

    private void say(Matter matter, String words) {
        int count;
        String last;
        synchronized (this) {
            count = matter.count;
            last = matter.last;
            matter.count = 0;
        }
        if (count > 0) {
            LOG.log(Level.WARNING, words, account, count, last);
        }
    }
}
