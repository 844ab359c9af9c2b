package org.smppra.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.SubmitSmResp;

/**
 * Takes a session's messages, or refuses them.
 *
 * <p>SMPP 3.4 section 4.4.
 */
final class SubmitDesk {
    /** SMPP 3.4 section 5.2.17: an intermediate notification is asked for. */
    private static final int INTERMEDIATE = 0x10;

    private final Smsc smsc;
    private final Connection connection;
    /** When the batch came that is handled now; null between two batches. */
    private @Nullable Instant batchAt;

    SubmitDesk(Smsc smsc, Connection connection) {
        this.smsc = smsc;
        this.connection = connection;
    }

    void batchDone() {
        batchAt = null;
    }

    /** @param after is told what may follow the answer */
    Envelope submit(Binding bound, SubmitSm message, int sequenceNumber, Frame frame, AfterAnswers after) {
        CommandStatus status = SubmitRules.check(message);
        if (!status.isOk()) {
            return refuse(bound, message, sequenceNumber, status);
        }
        StoredMessage stored = accept(bound, message, frame);
        MessageOutcome outcome = smsc.outcomes().of(message.destination().value());
        if (outcome.isReported(message.registeredDelivery())) {
            ReportOrder order = ReportOrder.of(bound.mailbox(), stored, told(outcome, message));
            bound.mailbox().expect(order.count());
            after.report(order);
        }
        smsc.listener().submitted(stored);
        return new Envelope(status, sequenceNumber, new SubmitSmResp(stored.messageId(), Tlvs.empty()));
    }

    Envelope refuse(Binding bound, SubmitSm message, int sequenceNumber, CommandStatus status) {
        smsc.listener().submitRefused(bound.view(), message, status);
        return Envelope.answer(CommandId.SUBMIT_SM, sequenceNumber, status);
    }

    private static MessageOutcome told(MessageOutcome outcome, SubmitSm message) {
        boolean wanted = (message.registeredDelivery() & INTERMEDIATE) != 0;
        return wanted && outcome.enroute() == MessageOutcome.Enroute.NONE
                ? outcome.with(MessageOutcome.Enroute.BEFORE)
                : outcome;
    }

    /** From here on the message is there, whatever becomes of the answer. */
    private StoredMessage accept(Binding bound, SubmitSm message, Frame frame) {
        Instant at = batchAt;
        if (at == null) {
            at = smsc.clock().instant();
            batchAt = at;
        }
        long id = smsc.messageIds().next();
        smsc.store().add(id, bound.origin(), at, frame.octets(), frame.from(), frame.length());
        return new StoredMessage(bound.ids().write(id), bound.view().systemId(), connection.hostName(), message, at);
    }
}
