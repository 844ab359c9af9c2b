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
    private final IdFormat ids;
    private final boolean referenceTravels;

    ReceiptMatch(ReceiptMemory memory, Profile profile) {
        this.memory = memory;
        this.ids = profile.idFormat();
        this.referenceTravels = profile.referenceCarrier() != ReferenceCarrier.NONE;
    }

    /** Null if nothing is noted of it. */
    @Nullable
    DeliveryReceipt of(DeliveryReceipt receipt) {
        String id = receipt.messageId().value();
        if (id.isEmpty()) {
            return null;
        }
        SentAs as = memory.sentAs(List.of(answered(receipt)));
        if (as == null && ids == IdFormat.AUTO) {
            SentAs guessed = memory.sentAs(receipt.messageId().forms());
            as = guessed == null || contradicts(receipt, guessed) ? null : guessed;
        }
        return as == null ? null : filled(receipt, as);
    }

    private String answered(DeliveryReceipt receipt) {
        String id = receipt.messageId().value();
        boolean inText =
                ReceiptReader.text(receipt.tlvs(), Tlv.RECEIPTED_MESSAGE_ID).isEmpty();
        return inText ? ids.answered(id) : id;
    }

    /** A reference that looks like one of our ids may be the application's, or the beginning of one. */
    private static boolean contradicts(DeliveryReceipt receipt, SentAs as) {
        return receipt.submissionId()
                .filter(alleged -> !reference(as).startsWith(alleged))
                .isPresent();
    }

    private static String reference(SentAs as) {
        return as.reference() == null ? as.submissionId() : as.reference();
    }

    private @Nullable DeliveryReceipt filled(DeliveryReceipt receipt, SentAs as) {
        String reference = reference(as);
        // The text may have a part of it only, or of the message; the optional parameter has it whole, if any has.
        boolean whole = referenceTravels
                && ReceiptReader.text(receipt.tlvs(), Tlv.USER_MESSAGE_REFERENCE)
                        .isPresent();
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
