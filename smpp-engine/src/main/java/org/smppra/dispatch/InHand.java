package org.smppra.dispatch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.SubmitResult;
import org.smppra.message.CommandStatus;
import org.smppra.message.MessageId;
import org.smppra.outbox.OutboxMessage;
import org.smppra.outbox.Waiting;

/** One message that was taken out of the outbox to be sent, and what is known of its parts. The dispatcher's thread only. */
final class InHand {
    private final Waiting waiting;
    private final @Nullable MessageId[] accepted;
    private final @Nullable CommandStatus[] refused;
    private int open;
    private boolean over;
    private boolean expired;
    private boolean slow;
    private @Nullable String unreadable;
    private @Nullable String unanswered;
    private @Nullable String later;

    InHand(Waiting waiting) {
        int parts = waiting.message().parts().size();
        this.waiting = waiting;
        this.accepted = waiting.accepted().toArray(new @Nullable MessageId[parts]);
        this.refused = new @Nullable CommandStatus[parts];
    }

    Waiting waiting() {
        return waiting;
    }

    OutboxMessage message() {
        return waiting.message();
    }

    int parts() {
        return accepted.length;
    }

    /** Whether it is settled or put back: what still comes of its parts changes nothing. */
    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }

    /** Parts that are to be written, or have no fate yet. */
    boolean isOpen() {
        return open > 0;
    }

    void opened() {
        open++;
    }

    void closed() {
        open--;
    }

    boolean isAccepted(int part) {
        return accepted[part] != null;
    }

    @Nullable
    MessageId accepted(int part) {
        return accepted[part];
    }

    void accepted(int part, MessageId messageId) {
        accepted[part] = messageId;
    }

    boolean isWhollyAccepted() {
        return Arrays.stream(accepted).allMatch(id -> id != null);
    }

    /** For good: what is not written of it need not be any more. */
    void refused(int part, CommandStatus status) {
        refused[part] = status;
    }

    @Nullable
    CommandStatus refusal() {
        for (CommandStatus status : refused) {
            if (status != null) {
                return status;
            }
        }
        return null;
    }

    void expired() {
        expired = true;
    }

    boolean isExpired() {
        return expired;
    }

    /** What was stored is no request. */
    void unreadable(String reason) {
        unreadable = reason;
    }

    @Nullable
    String unreadable() {
        return unreadable;
    }

    void unanswered(String reason) {
        unanswered = reason;
    }

    /** Why a part of it has no answer; null: each that was written has one. */
    @Nullable
    String unanswered() {
        return unanswered;
    }

    /** @param tooFast whether the link slows down for it anyhow */
    void later(String reason, boolean tooFast) {
        later = reason;
        slow |= tooFast;
    }

    @Nullable
    String later() {
        return later;
    }

    boolean isSlow() {
        return slow;
    }

    /** Whether a copy of it may be with the SMSC of which nothing is known. */
    boolean isInDoubt() {
        return waiting.maybeSent() || unanswered != null;
    }

    private Sent sent() {
        long taken = Arrays.stream(accepted).filter(id -> id != null).count();
        if (taken == parts()) {
            return Sent.ALL;
        }
        return isInDoubt() ? Sent.MAYBE : taken > 0 ? Sent.PARTLY : Sent.NOTHING;
    }

    SubmitResult result(Outcome outcome, @Nullable String reason) {
        OutboxMessage message = message();
        Sent sent = sent();
        SubmitResult.Builder result = SubmitResult.builder(message.submissionId(), outcome)
                .account(message.account().name())
                .reference(message.reference())
                .sent(sent);
        if (sent != Sent.NOTHING || refusal() != null) {
            for (int i = 0; i < parts(); i++) {
                result.part(accepted[i], accepted[i] != null ? CommandStatus.ESME_ROK : refused[i]);
            }
        }
        if (reason != null) {
            result.reason(reason);
        }
        return result.build();
    }
}
