package org.smppra.dispatch;

import org.smppra.Outcome;
import org.smppra.link.Counters;
import org.smppra.message.MessageId;
import org.smppra.outbox.AccountOutbox;
import org.smppra.outbox.Waiting;
import org.smppra.pdu.Envelope;

/**
 * What is heard of a message after it was given up as unanswered: an answer after its time, or a receipt. It settles the
 * message wherever it is, and a copy that was not written yet never leaves. The dispatcher's thread only.
 */
final class LateNews {
    private final AccountOutbox outbox;
    private final Settlement settlement;
    private final Unanswered unanswered;
    private final Counters<DispatchCounter> counters;

    LateNews(AccountOutbox outbox, Settlement settlement, Unanswered unanswered, Counters<DispatchCounter> counters) {
        this.outbox = outbox;
        this.settlement = settlement;
        this.unanswered = unanswered;
        this.counters = counters;
    }

    void answered(PartCall call, Envelope answer) {
        InHand message = unanswered.of(call.part().message().message().submissionId());
        if (message == null) {
            return; // settled meanwhile
        }
        switch (Settlement.policy(answer)) {
            case ACCEPTED ->
                accepted(message, call.part().index(), Settlement.messageId(answer), DispatchCounter.SETTLED_LATE);
            case NEVER -> refused(message, call.part().index(), answer);
            default -> {} // that copy was not taken; what becomes of the message is decided already
        }
    }

    private void refused(InHand message, int part, Envelope answer) {
        if (message.isOver() && message.parts() == 1) { // else the copy that is on its way has its own answer
            message.refused(part, answer.status());
            String reason = "the SMSC refused it with " + answer.status() + ", after the time";
            if (settlement.settleLate(message, Outcome.REFUSED, reason)) {
                counters.count(DispatchCounter.SETTLED_LATE);
            }
        }
    }

    /** A receipt proves that the SMSC took it; which part it means is only known of a message that has one. */
    void receipt(String submissionId, MessageId messageId) {
        InHand message = unanswered.of(submissionId);
        if (message == null) {
            Waiting waiting = outbox.unanswered(submissionId);
            message = waiting == null ? null : new InHand(waiting);
            if (message != null) {
                message.end();
            }
        }
        if (message != null && message.parts() == 1) {
            accepted(message, 0, messageId, DispatchCounter.SETTLED_BY_RECEIPT);
        }
    }

    private void accepted(InHand message, int part, MessageId messageId, DispatchCounter counter) {
        if (message.isAccepted(part)) {
            return;
        }
        if (message.isOver()) { // put back, or held
            message.accepted(part, messageId);
            if (message.isWhollyAccepted() && settlement.settleLate(message, Outcome.ACCEPTED, null)) {
                counters.count(counter);
            }
        } else {
            settlement.accepted(message, part, messageId);
            if (message.isWhollyAccepted()) {
                counters.count(counter);
            }
            settlement.conclude(message);
        }
    }
}
