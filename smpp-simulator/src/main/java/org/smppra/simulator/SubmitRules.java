package org.smppra.simulator;

import java.util.Set;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.SubmitSm;

/** What the provider refuses in a submit_sm. */
final class SubmitRules {
    private static final Set<Integer> DATA_CODINGS = Set.of(0, 3, 4, 8, 24, 240);

    private SubmitRules() {}

    static CommandStatus check(SubmitSm message) {
        if (!message.scheduleDeliveryTime().isEmpty()) {
            return CommandStatus.ESME_RINVSCHED;
        }
        if (message.destination().ton() > 1) {
            return CommandStatus.ESME_RINVDSTTON;
        }
        if (message.destination().value().isEmpty()) {
            return CommandStatus.ESME_RINVDSTADR;
        }
        if (!DATA_CODINGS.contains(message.dataCoding())) {
            return CommandStatus.ESME_RSUBMITFAIL; // SMPP 3.4 has no status of its own for data_coding
        }
        return CommandStatus.ESME_ROK;
    }
}
