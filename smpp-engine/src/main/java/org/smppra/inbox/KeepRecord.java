package org.smppra.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Octets;
import org.smppra.outbox.AccountKey;

/**
 * One that is stored, or a dead letter, on disk.
 *
 * @param reason why it is a dead letter; null: it is none
 * @param at when it became what it is
 */
record KeepRecord(AccountKey account, Incoming incoming, int attempts, @Nullable String reason, Instant at) {
    byte[] encoded() {
        RecordOutput out = new RecordOutput(reason == null ? RecordKind.STORED : RecordKind.DEAD_LETTER);
        out.account(account).number32(attempts).instant(at);
        out.instant(incoming.receivedAt()).textOrNull(incoming.orderKey()).text(incoming.reference());
        out.truth(incoming.possibleDuplicate()).number32(incoming.pdus().size());
        incoming.pdus().forEach(pdu -> out.bytes(pdu.toByteArray()));
        if (reason != null) {
            out.text(reason);
        }
        return out.toByteArray();
    }

    static KeepRecord decoded(RecordInput in) throws RecordException {
        AccountKey account = in.account();
        int attempts = in.number32();
        Instant at = in.instant();
        Instant receivedAt = in.instant();
        String orderKey = in.textOrNull();
        String reference = in.text();
        boolean possibleDuplicate = in.truth();
        List<Octets> pdus = new ArrayList<>();
        for (int rest = in.count(); rest > 0; rest--) {
            pdus.add(Octets.of(in.bytes()));
        }
        String reason = in.kind() == RecordKind.DEAD_LETTER ? in.text() : null;
        return new KeepRecord(
                account, new Incoming(pdus, receivedAt, orderKey, reference, possibleDuplicate), attempts, reason, at);
    }

    /** @throws RecordException if it is none of these two kinds, or not of a version that is known */
    static KeepRecord decoded(byte[] body) throws RecordException {
        RecordInput in = new RecordInput(body);
        if (in.kind() != RecordKind.STORED && in.kind() != RecordKind.DEAD_LETTER) {
            throw new RecordException("a " + in.kind() + " stands where one that was received is to be");
        }
        return decoded(in);
    }
}
