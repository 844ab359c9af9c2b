package org.smppra.dispatch;

import org.jspecify.annotations.Nullable;
import org.smppra.inbox.ReceiptMemory;
import org.smppra.pdu.SubmitSm;
import org.smppra.profile.Profile;
import org.smppra.profile.ReferenceCarrier;

/**
 * Notes under which ids the SMSC takes the parts of an account's messages, where their receipts would not say by
 * themselves whose they are: the reference is the application's own, or does not travel, or parts share it.
 */
public final class SentIds {
    private final ReceiptMemory memory;
    private final boolean referenceTravels;
    private final UnderWay underWay = new UnderWay();

    public SentIds(ReceiptMemory memory, Profile profile) {
        this.memory = memory;
        this.referenceTravels = profile.referenceCarrier() != ReferenceCarrier.NONE;
    }

    /** Whether an answer is still due that will tell an id; the ids of the others are noted. */
    public boolean areUnderWay() {
        return underWay.isAny();
    }

    /**
     * Waits for the ids that the submits which are under way now will tell.
     *
     * @param known run when each of them has a fate, and its id is noted; on a thread that must not block
     * @return false if none is under way, and nothing will be run
     */
    public boolean whenKnown(Runnable known) {
        return underWay.whenOver(known);
    }

    /** Null if there is nothing to note: its receipts, if there are any, say it all. */
    @Nullable
    AwaitedId of(SubmitSm request, String submissionId, String reference, int index, int count) {
        boolean own = !reference.equals(submissionId);
        boolean needed = request.registeredDelivery() != 0 && (own || !referenceTravels || count > 1);
        return needed ? new AwaitedId(memory, underWay, submissionId, own ? reference : null, index + 1, count) : null;
    }
}
