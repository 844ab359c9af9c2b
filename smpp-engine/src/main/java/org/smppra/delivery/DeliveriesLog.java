package org.smppra.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.smppra.message.CommandStatus;

/** Says what found no listener in time and what did not come whole, once a second at most. */
final class DeliveriesLog {
    private static final Logger LOG = System.getLogger(DeliveriesLog.class.getName());

    private final String account;
    private final CommandStatus negativeStatus;
    private final boolean deliverIncomplete;
    private long incompleteSaid;

    DeliveriesLog(String account, CommandStatus negativeStatus, boolean deliverIncomplete) {
        this.account = account;
        this.negativeStatus = negativeStatus;
        this.deliverIncomplete = deliverIncomplete;
    }

    /**
     * @param late deliveries that were just refused
     * @param incomplete messages since the start
     */
    void tick(int late, long incomplete) {
        if (late > 0) {
            LOG.log(
                    Level.WARNING,
                    "SMPP-201 account {0}: {1} deliveries found no listener in time and were refused with {2}",
                    account,
                    late,
                    negativeStatus);
        }
        long more = incomplete - incompleteSaid;
        incompleteSaid = incomplete;
        if (more > 0) {
            LOG.log(
                    Level.WARNING,
                    "SMPP-205 account {0}: parts of {1} messages did not come in time or had no room; what came of them is"
                            + " {2}",
                    account,
                    more,
                    deliverIncomplete ? "delivered as incomplete" : "refused");
        }
    }
}
