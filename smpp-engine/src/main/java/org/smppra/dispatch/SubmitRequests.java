package org.smppra.dispatch;

import java.util.ArrayList;
import java.util.List;
import org.smppra.InvalidMessageException;
import org.smppra.ReceiptWish;
import org.smppra.ShortMessage;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.SubmitSm;
import org.smppra.profile.Profile;
import org.smppra.profile.ReferenceCarrier;
import org.smppra.text.BodyCutter;
import org.smppra.text.BodyPart;
import org.smppra.text.EncodedBody;
import org.smppra.text.RelativeTime;

/** A message that passed all checks, as the PDUs that carry it. */
final class SubmitRequests {
    private static final int UDHI = 0x40;
    private static final int INTERMEDIATE_NOTIFICATION = 0x10;
    private static final int MS_DISPLAY = 1;

    private SubmitRequests() {}

    /**
     * One request a part; they differ in nothing but the user data and what numbers it.
     *
     * @param concatenation what the parts say to belong together
     */
    static List<SubmitSm> of(
            ShortMessage message, EncodedBody body, String reference, Profile profile, int concatenation)
            throws InvalidMessageException {
        List<BodyPart> parts = BodyCutter.cut(body, profile.longMessages(), concatenation);
        String validity = message.validity().isPresent()
                ? RelativeTime.of(message.validity().get()).toString()
                : "";
        List<SubmitSm> requests = new ArrayList<>(parts.size());
        for (BodyPart unpacked : parts) {
            BodyPart part = profile.packsSeptets() && body.isSeptets() ? unpacked.packed() : unpacked;
            boolean payload = part.payload() || part.userData().length() > profile.payloadAbove();
            requests.add(new SubmitSm(
                    "",
                    message.from().orElse(Address.none()),
                    message.recipient(),
                    part.userDataHeader() ? UDHI : 0,
                    0,
                    message.priority(),
                    "",
                    validity,
                    registeredDelivery(message.receipt()),
                    0,
                    body.dataCoding().value(),
                    0,
                    payload ? Octets.empty() : part.userData(),
                    tlvs(message, part, payload, body.flashSubunit(), reference, profile)));
        }
        return requests;
    }

    /** SMPP 3.4 section 5.2.17. */
    static int registeredDelivery(ReceiptWish wish) {
        return switch (wish) {
            case NONE -> 0;
            case FINAL -> 1;
            case FAILURE_ONLY -> 2;
            case ALL -> 1 | INTERMEDIATE_NOTIFICATION;
        };
    }

    private static Tlvs tlvs(
            ShortMessage message,
            BodyPart part,
            boolean payload,
            boolean flashSubunit,
            String reference,
            Profile profile) {
        Tlvs tlvs = Tlvs.empty();
        if (flashSubunit) {
            tlvs = tlvs.with(Tlv.DEST_ADDR_SUBUNIT, MS_DISPLAY);
        }
        if (profile.referenceCarrier() == ReferenceCarrier.OCTET_STRING_TLV) {
            tlvs = tlvs.with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1(reference));
        }
        if (payload) {
            tlvs = tlvs.with(Tlv.MESSAGE_PAYLOAD, part.userData());
        }
        if (part.sar() != null) {
            tlvs = part.sar().appendTo(tlvs);
        }
        if (message.messageClass().isPresent()) {
            tlvs = tlvs.with(
                    Tlv.MESSAGE_CLASS, Octets.ofLatin1(message.messageClass().get()));
        }
        for (Tlv own : message.tlvs()) {
            tlvs = tlvs.with(own.tag(), own.value());
        }
        return tlvs;
    }
}
