package org.smppra.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.DeliveryReceipt;
import org.smppra.inbox.ReceiptMemory;
import org.smppra.inbox.SentAs;
import org.smppra.message.Tlv;
import org.smppra.profile.IdFormat;
import org.smppra.profile.Profile;
import org.smppra.profile.ReferenceCarrier;

/** Fills into a receipt what was noted of its message when the SMSC took it, under whatever form of its id. */
final class ReceiptMatch {
    private final ReceiptMemory memory;
    private final boolean idsAreSame;
    private final boolean referenceTravels;

    ReceiptMatch(ReceiptMemory memory, Profile profile) {
        this.memory = memory;
        this.idsAreSame = profile.idFormat() == IdFormat.AS_IS;
        this.referenceTravels = profile.referenceCarrier() != ReferenceCarrier.NONE;
    }

    /** Null if nothing is noted of it. */
    @Nullable
    DeliveryReceipt of(DeliveryReceipt receipt) {
        String id = receipt.messageId().value();
        if (id.isEmpty()) {
            return null;
        }
        boolean asIs = idsAreSame || receipt.submissionId().isPresent();
        SentAs as = memory.sentAs(asIs ? List.of(id) : receipt.messageId().forms());
        return as == null ? null : filled(receipt, as);
    }

    private @Nullable DeliveryReceipt filled(DeliveryReceipt receipt, SentAs as) {
        String reference = as.reference() == null ? as.submissionId() : as.reference();
        // The text may have a part of it only, or of the message; the optional parameter has it whole, if any has.
        boolean whole = referenceTravels && receipt.tlvs().contains(Tlv.USER_MESSAGE_REFERENCE);
        if (whole && !reference.equals(receipt.reference().orElse(null))) {
            return null; // another message has this id now, or an id that looks like a form of it
        }
        return receipt.toBuilder()
                .submissionId(as.submissionId())
                .reference(reference)
                .part(as.partNumber(), as.partCount())
                .build();
    }
}
