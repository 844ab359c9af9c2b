package org.smppra.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.smppra.InvalidMessageException;
import org.smppra.ShortMessage;
import org.smppra.UnansweredPolicy;
import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.outbox.AccountKey;
import org.smppra.outbox.OutboxMessage;
import org.smppra.pdu.SubmitSm;

/** Makes of a message what the outbox keeps: checked, cut and encoded, so that nothing of it can fail later. */
public final class OutboxMessages {
    private static final int USUAL_LENGTH = 256;

    private final AccountKey account;
    private final MessageRequests requests;
    private final Clock clock;

    public OutboxMessages(AccountKey account, MessageRequests requests, Clock clock) {
        this.account = account;
        this.requests = requests;
        this.clock = clock;
    }

    /** @throws InvalidMessageException for the first wish that cannot be kept, with the field's name */
    public OutboxMessage of(ShortMessage message, UnansweredPolicy unanswered, boolean durable)
            throws InvalidMessageException {
        String submissionId = requests.nextId();
        List<SubmitSm> parts = requests.of(message, submissionId);
        Instant now = clock.instant();
        return new OutboxMessage(
                account,
                submissionId,
                MessageRequests.reference(message, submissionId),
                message.idempotencyKey().orElse(null),
                message.idempotencyKey().isPresent() ? ContentDigest.of(message) : Octets.empty(),
                message.priority(),
                message.inOrder() ? orderKey(message.recipient()) : null,
                unanswered,
                durable,
                now,
                message.validity().map(now::plus).orElse(null),
                parts.stream().map(OutboxMessages::encoded).toList());
    }

    private static String orderKey(Address destination) {
        return destination.ton() + " " + destination.value();
    }

    /** Without sequence number and validity period, which are known when it is sent. */
    private static Octets encoded(SubmitSm request) {
        PduOutput out = new PduOutput(USUAL_LENGTH);
        Codec.encode(CommandStatus.ESME_ROK, 0, StoredSubmit.withoutValidity(request), out);
        return Octets.of(out.toByteArray());
    }
}
