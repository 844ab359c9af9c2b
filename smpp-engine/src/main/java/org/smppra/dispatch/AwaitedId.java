package org.smppra.dispatch;

import org.jspecify.annotations.Nullable;
import org.smppra.gateway.StatusPolicy;
import org.smppra.inbox.ReceiptMemory;
import org.smppra.inbox.SentAs;
import org.smppra.link.Call;
import org.smppra.pdu.Envelope;

/** The SMSC's id of one part, which its answer will tell. One attempt at a time. */
final class AwaitedId {
    private final ReceiptMemory memory;
    private final UnderWay underWay;
    private final SentAs as;
    private UnderWay.@Nullable Generation begun;

    AwaitedId(
            ReceiptMemory memory,
            UnderWay underWay,
            String submissionId,
            @Nullable String reference,
            int partNumber,
            int partCount) {
        this.memory = memory;
        this.underWay = underWay;
        this.as = new SentAs(submissionId, reference, partNumber, partCount);
    }

    /** It is about to be written: from now on its receipt may come. */
    void begin() {
        begun = underWay.begin();
    }

    /** To be called after each {@link #begin}, before anybody else learns of the fate. */
    void end(Call call) {
        if (call.fate() == Call.Fate.ANSWERED) {
            note(call.answer());
        }
        UnderWay.Generation of = begun;
        begun = null;
        if (of != null) {
            underWay.end(of);
        }
    }

    /** Also of an answer that came after the fate was told. */
    void note(Envelope answer) {
        String id = Settlement.messageId(answer).value();
        if (Settlement.policy(answer) == StatusPolicy.ACCEPTED && !id.isEmpty()) {
            memory.sent(id, as);
        }
    }
}
