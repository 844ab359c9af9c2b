package org.smppra.dispatch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.smppra.Outcome;
import org.smppra.UnansweredPolicy;
import org.smppra.gateway.StatusPolicy;
import org.smppra.link.Counters;
import org.smppra.message.CommandStatus;
import org.smppra.message.MessageId;
import org.smppra.outbox.AccountOutbox;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSmResp;

/** What the fates of its parts make of a message: the retry table. The dispatcher's thread only. */
final class Settlement {
    private static final Logger LOG = System.getLogger(Settlement.class.getName());

    private final AccountOutbox outbox;
    private final SendQueue queue;
    private final Unanswered unanswered;
    private final RetryDelay delay;
    private final Clock clock;
    private final Counters<DispatchCounter> counters;
    private int resent;
    private int held;

    Settlement(
            AccountOutbox outbox,
            SendQueue queue,
            Unanswered unanswered,
            RetryDelay delay,
            Clock clock,
            Counters<DispatchCounter> counters) {
        this.outbox = outbox;
        this.queue = queue;
        this.unanswered = unanswered;
        this.delay = delay;
        this.clock = clock;
        this.counters = counters;
    }

    /** A call has its fate. */
    void done(PartCall call) {
        Part part = call.part();
        InHand message = part.message();
        message.closed();
        if (!message.isOver() && !message.isAccepted(part.index())) {
            switch (call.fate()) {
                case ANSWERED -> answered(part, call.answer(), call);
                case UNSENT -> again(part);
                case UNANSWERED -> message.unanswered(call.reason());
                case PENDING -> throw new IllegalStateException("no fate");
            }
        }
        conclude(message);
    }

    private void answered(Part part, Envelope answer, PartCall call) {
        CommandStatus status = answer.status();
        switch (policy(answer)) {
            case ACCEPTED -> accepted(part.message(), part.index(), messageId(answer));
            case OTHER_LINK -> {
                if (part.avoid() == null && call.host() != null) {
                    again(part.without(call.host()));
                } else {
                    part.message().later("answered with " + status, false);
                }
            }
            case SLOW_DOWN -> part.message().later("answered with " + status, true);
            case LATER -> part.message().later("answered with " + status, false);
            case NEVER -> part.message().refused(part.index(), status);
        }
    }

    /** A generic_nack accepts nothing, whatever its status says. */
    static StatusPolicy policy(Envelope answer) {
        boolean isResponse = answer.body() instanceof SubmitSmResp;
        return answer.status().isOk() && !isResponse ? StatusPolicy.NEVER : StatusPolicy.of(answer.status());
    }

    static MessageId messageId(Envelope answer) {
        return MessageId.of(answer.body() instanceof SubmitSmResp resp ? resp.messageId() : "");
    }

    /** It surely was not taken, and goes out on another link at once. */
    private void again(Part part) {
        part.message().opened();
        queue.addFirst(part);
    }

    /** The SMSC has this part. Where there are more, that is stored: only those that are missing go out again. */
    void accepted(InHand message, int part, MessageId messageId) {
        message.accepted(part, messageId);
        if (message.parts() > 1 && !message.isWhollyAccepted()) {
            outbox.accepted(message.waiting(), part, messageId);
        }
    }

    /** Ends it, if nothing more is to be known about it now. */
    void conclude(InHand message) {
        if (message.isOver() || message.isOpen() && !message.isWhollyAccepted()) {
            return;
        }
        message.end();
        String lost = message.unanswered();
        if (message.isWhollyAccepted()) {
            settle(message, Outcome.ACCEPTED, null, DispatchCounter.ACCEPTED);
        } else if (message.unreadable() != null) {
            hold(message, message.unreadable());
        } else if (message.refusal() != null) {
            settle(message, Outcome.REFUSED, "the SMSC refused it with " + message.refusal(), DispatchCounter.REFUSED);
        } else if (message.isExpired()) {
            expire(message);
        } else if (lost != null) {
            withoutAnswer(message, lost);
        } else {
            retry(message, later(message), message.waiting().maybeSent(), reason(message));
            counters.count(DispatchCounter.RETRIED);
        }
    }

    private Duration later(InHand message) {
        int attempts = message.waiting().attempts();
        if (message.later() == null) { // not even tried: its link went, or we close
            return Duration.ZERO;
        }
        return message.isSlow() ? delay.tooFast(attempts) : delay.later(attempts);
    }

    private static String reason(InHand message) {
        String later = message.later();
        return later == null ? "not sent yet" : later;
    }

    private void withoutAnswer(InHand message, String lost) {
        unanswered.add(message);
        if (message.message().unanswered() == UnansweredPolicy.HOLD) {
            hold(message, lost);
        } else {
            retry(message, delay.unanswered(message.waiting().attempts()), true, lost);
            counters.count(DispatchCounter.RESENT_UNANSWERED);
            resent++;
        }
    }

    /** Once for all that came together, as when a host drops. */
    void sayWhatIsUnanswered(String account) {
        if (resent > 0) {
            LOG.log(
                    Level.WARNING,
                    "SMPP-324 account {0}: {1} messages were written and not answered; they are sent again, and may"
                            + " arrive twice",
                    account,
                    resent);
        }
        if (held > 0) {
            LOG.log(
                    Level.WARNING,
                    "SMPP-322 account {0}: {1} messages were written and not answered, or cannot be read; they are held"
                            + " for an operator",
                    account,
                    held);
        }
        resent = 0;
        held = 0;
    }

    /** Past its validity before it was sent, as far as we know. */
    void expire(InHand message) {
        message.end();
        if (message.isInDoubt()) {
            settle(message, Outcome.UNKNOWN, "no answer came, and it is too late to send it again", null);
        } else {
            settle(message, Outcome.EXPIRED, "its time was over before it was sent", null);
        }
        counters.count(DispatchCounter.EXPIRED);
    }

    /** Something that came late says what became of it, wherever it is now. @return false if it is settled already */
    boolean settleLate(InHand message, Outcome outcome, @Nullable String reason) {
        message.end();
        unanswered.remove(message);
        return outbox.settle(message.message().submissionId(), message.result(outcome, reason));
    }

    private void settle(InHand message, Outcome outcome, @Nullable String reason, @Nullable DispatchCounter counter) {
        unanswered.remove(message);
        outbox.settle(message.waiting(), message.result(outcome, reason));
        if (counter != null) {
            counters.count(counter);
        }
    }

    private void retry(InHand message, Duration after, boolean maybeSent, String reason) {
        Instant notBefore = clock.instant().plus(after);
        outbox.retry(message.waiting(), notBefore, maybeSent, reason);
    }

    private void hold(InHand message, String reason) {
        outbox.hold(message.waiting(), reason);
        counters.count(DispatchCounter.HELD);
        held++;
    }
}
