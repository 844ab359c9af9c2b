package org.smppra.simulator;

import java.time.Instant;
import java.util.Optional;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;

/** What must be known of a message until its report is due: not its text. */
record ReportOrder(
        String messageId,
        Address source,
        Address destination,
        Optional<Octets> reference,
        Instant submittedAt,
        MessageOutcome outcome) {
    static ReportOrder of(StoredMessage message, MessageOutcome outcome) {
        return new ReportOrder(
                message.messageId(),
                message.submitSm().source(),
                message.submitSm().destination(),
                message.submitSm().tlvs().first(Tlv.USER_MESSAGE_REFERENCE),
                message.receivedAt(),
                outcome);
    }

    /** The report, from the message's destination to its source, with the whole reference. */
    DeliverSm toDeliverSm(Instant doneAt) {
        Tlvs tlvs = reference
                .map(value -> Tlvs.empty().with(Tlv.USER_MESSAGE_REFERENCE, value))
                .orElse(Tlvs.empty());
        return Deliveries.report(destination, source, ReportText.of(this, doneAt), tlvs);
    }
}
