package org.smppra.profile;

import java.util.Set;
import org.smppra.InvalidMessageException;
import org.smppra.ShortMessage;
import org.smppra.message.Tlv;

/**
 * What optional parameters an application may add by hand: none that one of its wishes or the engine sets, and none that
 * the provider would ignore. SMPP 3.4 section 5.3.
 */
final class TlvRules {
    private static final Set<Integer> PORTS = Set.of(Tlv.SOURCE_PORT.tag(), Tlv.DESTINATION_PORT.tag());
    private static final Set<Integer> SAR =
            Set.of(Tlv.SAR_MSG_REF_NUM.tag(), Tlv.SAR_TOTAL_SEGMENTS.tag(), Tlv.SAR_SEGMENT_SEQNUM.tag());

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
        if (tlv.is(Tlv.MESSAGE_PAYLOAD)) {
            throw refused(tlv, "is set from the body; use text or binary");
        }
        // Without a reference of the application, the submissionId travels in it.
        if (tlv.is(Tlv.USER_MESSAGE_REFERENCE)
                && (message.reference().isPresent() || profile.referenceCarrier() != ReferenceCarrier.NONE)) {
            throw refused(tlv, "is set from the reference; use reference alone");
        }
        if (tlv.is(Tlv.DEST_ADDR_SUBUNIT) && message.flash().isPresent()) {
            throw refused(tlv, "is set by flash; use one of both");
        }
        if (tlv.is(Tlv.MESSAGE_CLASS) && message.messageClass().isPresent()) {
            throw refused(tlv, "is set by messageClass; use one of both");
        }
        checkNotInstead(tlv, message, parts, profile);
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
        if (tlv.is(Tlv.DEST_ADDR_SUBUNIT) && tlv.value().length() != 1) {
            throw refused(tlv, "has " + tlv.value().length() + " octets instead of 1");
        }
    }

    private static InvalidMessageException refused(Tlv tlv, String why) {
        return new InvalidMessageException("tlvs", String.format("0x%04X %s", tlv.tag(), why));
    }
}
