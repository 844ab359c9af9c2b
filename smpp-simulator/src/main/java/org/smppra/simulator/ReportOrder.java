package org.smppra.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;
import org.smppra.simulator.behaviour.ReportWay;

/**
 * What must be known of a message until its report is due: not its text.
 *
 * @param destination as the provider reads it
 * @param written called when the report is written
 */
record ReportOrder(
        Mailbox mailbox,
        String messageId,
        Address source,
        Address destination,
        Optional<Octets> reference,
        Instant submittedAt,
        MessageOutcome outcome,
        ReportWay way,
        Runnable written) {
    private static final Runnable NOTHING = () -> {};
    private static final MessageOutcome ENROUTE = MessageOutcome.of("ENROUTE", "000");

    static ReportOrder of(Mailbox mailbox, StoredMessage message, MessageOutcome outcome) {
        return new ReportOrder(
                mailbox,
                message.messageId(),
                message.submitSm().source(),
                message.destination(),
                message.submitSm().tlvs().first(Tlv.USER_MESSAGE_REFERENCE),
                message.receivedAt(),
                outcome,
                ReportWay.USUAL,
                NOTHING);
    }

    ReportOrder by(ReportWay other) {
        return new ReportOrder(
                mailbox, messageId, source, destination, reference, submittedAt, outcome, other, written);
    }

    ReportOrder tells(Runnable when) {
        return new ReportOrder(mailbox, messageId, source, destination, reference, submittedAt, outcome, way, when);
    }

    /** Empty: as long as for all. */
    Optional<Duration> delay() {
        return outcome.delay();
    }

    /** How many reports it becomes. */
    int count() {
        return outcome.enroute() == MessageOutcome.Enroute.NONE ? 1 : 2;
    }

    /** What they say, in order. */
    List<MessageOutcome> outcomes() {
        return switch (outcome.enroute()) {
            case NONE -> List.of(outcome);
            case BEFORE -> List.of(ENROUTE, outcome);
            case AFTER -> List.of(outcome, ENROUTE);
        };
    }

    /** A report of this text, from the message's destination to its source, with the whole reference. */
    DeliverSm toDeliverSm(String text) {
        Tlvs tlvs = reference
                .map(value -> Tlvs.empty().with(Tlv.USER_MESSAGE_REFERENCE, value))
                .orElse(Tlvs.empty());
        return Deliveries.report(destination, source, text, tlvs);
    }
}
