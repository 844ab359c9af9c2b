package org.smppra.profile;

import java.util.Set;
import org.smppra.InvalidMessageException;
import org.smppra.ShortMessage;
import org.smppra.message.Tlv;
import org.smppra.text.Concatenation;

/**
 * What optional parameters an application may add by hand: none that one of its wishes or the engine sets, and none that
 * the provider would ignore. SMPP 3.4 section 5.3.
 */
final class TlvRules {
    private static final int SOURCE_PORT = 0x020A;
    private static final int DESTINATION_PORT = 0x020B;
    private static final Set<Integer> PORTS = Set.of(SOURCE_PORT, DESTINATION_PORT);
    private static final Set<Integer> SAR =
            Set.of(Concatenation.SAR_MSG_REF_NUM, Concatenation.SAR_TOTAL_SEGMENTS, Concatenation.SAR_SEGMENT_SEQNUM);

    private TlvRules() {}

    static void check(ShortMessage message, int parts, Profile profile) throws InvalidMessageException {
        for (Tlv tlv : message.tlvs()) {
            checkNotSetByUs(tlv, message, parts, profile);
            if (!profile.submitTlvs().contains(tlv.tag())) {
                throw refused(tlv, "is not supported by profile " + profile.name());
            }
            checkLength(tlv);
        }
    }

    private static void checkNotSetByUs(Tlv tlv, ShortMessage message, int parts, Profile profile)
            throws InvalidMessageException {
        switch (tlv.tag()) {
            case Tlv.MESSAGE_PAYLOAD -> throw refused(tlv, "is set from the body; use text or binary");
            case Tlv.USER_MESSAGE_REFERENCE -> {
                // Without a reference of the application, the submissionId travels in it.
                if (message.reference().isPresent() || profile.referenceCarrier() != ReferenceCarrier.NONE) {
                    throw refused(tlv, "is set from the reference; use reference alone");
                }
            }
            case Tlv.DEST_ADDR_SUBUNIT -> {
                if (message.flash().isPresent()) {
                    throw refused(tlv, "is set by flash; use one of both");
                }
            }
            case Tlv.MESSAGE_CLASS -> {
                if (message.messageClass().isPresent()) {
                    throw refused(tlv, "is set by messageClass; use one of both");
                }
            }
            default -> checkNotInstead(tlv, message, parts, profile);
        }
    }

    /** SMPP 3.4 section 5.3.2.22 and others: not together with a user data header, be it the application's or ours. */
    private static void checkNotInstead(Tlv tlv, ShortMessage message, int parts, Profile profile)
            throws InvalidMessageException {
        boolean port = PORTS.contains(tlv.tag());
        boolean sar = SAR.contains(tlv.tag());
        if (message.userDataHeader().isPresent() && (port || sar)) {
            throw refused(tlv, "cannot go with userDataHeader; use one of both");
        }
        if (parts > 1 && sar) {
            throw refused(tlv, "is set when a message is cut; give a body that fits in one part, or leave it out");
        }
        if (parts > 1 && port && profile.longMessages().byHeader()) {
            throw refused(tlv, "cannot go with the header of a part; give the ports as userDataHeader");
        }
    }

    private static void checkLength(Tlv tlv) throws InvalidMessageException {
        if (tlv.tag() == Tlv.DEST_ADDR_SUBUNIT && tlv.value().length() != 1) {
            throw refused(tlv, "has " + tlv.value().length() + " octets instead of 1");
        }
    }

    private static InvalidMessageException refused(Tlv tlv, String why) {
        return new InvalidMessageException("tlvs", String.format("0x%04X %s", tlv.tag(), why));
    }
}
