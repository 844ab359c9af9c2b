package org.smppra.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.smppra.Outcome;
import org.smppra.SubmitResult;
import org.smppra.UnansweredPolicy;
import org.smppra.message.CommandStatus;
import org.smppra.message.MessageId;
import org.smppra.message.Octets;

/** Messages of one account, each a little different; the last one is {@link #last}. */
final class Messages {
    static final AccountKey ACCOUNT = new AccountKey("default", "user", Set.of("a.example:2775", "b.example:2775"));

    private final Clock clock;
    private int count;
    private String last = "";

    Messages(Clock clock) {
        this.clock = clock;
    }

    String last() {
        return last;
    }

    String nextId() {
        last = String.format("%020d", ++count);
        return last;
    }

    OutboxMessage next() {
        return with(ACCOUNT, null, "content", 0, null, UnansweredPolicy.RESEND, true, null, 1);
    }

    OutboxMessage hold() {
        return with(ACCOUNT, null, "content", 0, null, UnansweredPolicy.HOLD, true, null, 1);
    }

    OutboxMessage inMemory() {
        return with(ACCOUNT, null, "content", 0, null, UnansweredPolicy.RESEND, false, null, 1);
    }

    OutboxMessage of(AccountKey account) {
        return with(account, null, "content", 0, null, UnansweredPolicy.RESEND, true, null, 1);
    }

    OutboxMessage keyed(String idempotencyKey, String content) {
        return with(ACCOUNT, idempotencyKey, content, 0, null, UnansweredPolicy.RESEND, true, null, 1);
    }

    OutboxMessage priority(int priority) {
        return with(ACCOUNT, null, "content", priority, null, UnansweredPolicy.RESEND, true, null, 1);
    }

    OutboxMessage ordered(String key) {
        return with(ACCOUNT, null, "content", 0, key, UnansweredPolicy.RESEND, true, null, 1);
    }

    OutboxMessage ordered(String key, UnansweredPolicy unanswered) {
        return with(ACCOUNT, null, "content", 0, key, unanswered, true, null, 1);
    }

    OutboxMessage valid(Duration validity) {
        return with(ACCOUNT, null, "content", 0, null, UnansweredPolicy.RESEND, true, validity, 1);
    }

    OutboxMessage parts(int parts, UnansweredPolicy unanswered) {
        return with(ACCOUNT, null, "content", 0, null, unanswered, true, null, parts);
    }

    OutboxMessage with(
            AccountKey account,
            String idempotencyKey,
            String content,
            int priority,
            String orderKey,
            UnansweredPolicy unanswered,
            boolean durable,
            Duration validity,
            int parts) {
        String id = nextId();
        Instant now = clock.instant();
        List<Octets> octets = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            octets.add(Octets.ofLatin1("part " + i + " of " + id));
        }
        return new OutboxMessage(
                account,
                id,
                "ref-" + id,
                idempotencyKey,
                Octets.ofLatin1(content),
                priority,
                orderKey,
                unanswered,
                durable,
                now,
                validity == null ? null : now.plus(validity),
                octets);
    }

    static SubmitResult accepted(OutboxMessage message) {
        SubmitResult.Builder result = SubmitResult.builder(message.submissionId(), Outcome.ACCEPTED)
                .account(message.account().name())
                .reference(message.reference());
        for (int i = 0; i < message.parts().size(); i++) {
            result.part(MessageId.of("smsc-" + message.submissionId() + "-" + i), CommandStatus.ESME_ROK);
        }
        return result.build();
    }
}
