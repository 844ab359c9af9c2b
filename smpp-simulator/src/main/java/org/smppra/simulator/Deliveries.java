package org.smppra.simulator;

import java.util.ArrayList;
import java.util.List;
import org.smppra.InvalidMessageException;
import org.smppra.ShortMessage;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;
import org.smppra.text.BodyCutter;
import org.smppra.text.BodyEncoder;
import org.smppra.text.BodyPart;
import org.smppra.text.EncodedBody;
import org.smppra.text.LongMessages;

/**
 * Makes deliver_sm.
 *
 * <p>SMPP 3.4 section 4.6.1.
 */
final class Deliveries {
    private static final int ESM_CLASS_MESSAGE = 0x00;
    private static final int ESM_CLASS_REPORT = 0x04;
    private static final int ESM_CLASS_UDHI = 0x40;
    private static final int LONGEST_SHORT_MESSAGE = 254;

    private Deliveries() {}

    static DeliverSm report(Address source, Address destination, String text, Tlvs tlvs) {
        return make(source, destination, ESM_CLASS_REPORT, 0, Octets.ofLatin1(text), tlvs);
    }

    static DeliverSm message(Address source, Address destination, int dataCoding, Octets body) {
        return make(source, destination, ESM_CLASS_MESSAGE, dataCoding, body, Tlvs.empty());
    }

    /** A text as the mobile's network delivers it: GSM 03.38, or UCS2 where that loses something. */
    static List<DeliverSm> parts(Address source, Address destination, String text, LongMessages how, int reference) {
        try {
            EncodedBody body = BodyEncoder.encode(
                    ShortMessage.to(Address.none()).text(text).build());
            List<DeliverSm> parts = new ArrayList<>();
            for (BodyPart part : BodyCutter.cut(body, how, reference)) {
                int esmClass = part.userDataHeader() ? ESM_CLASS_MESSAGE | ESM_CLASS_UDHI : ESM_CLASS_MESSAGE;
                Tlvs tlvs = part.sar() == null ? Tlvs.empty() : part.sar().appendTo(Tlvs.empty());
                parts.add(make(source, destination, esmClass, body.dataCoding().value(), part.userData(), tlvs));
            }
            return parts;
        } catch (InvalidMessageException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** What a 3.3 client can read: no optional parameter but the text itself, where that is long. */
    static DeliverSm forVersion33(DeliverSm message) {
        Tlvs tlvs = message.tlvs()
                .first(Tlv.MESSAGE_PAYLOAD)
                .map(value -> Tlvs.empty().with(Tlv.MESSAGE_PAYLOAD, value))
                .orElse(Tlvs.empty());
        return make(
                message.source(),
                message.destination(),
                message.esmClass(),
                message.dataCoding(),
                message.shortMessage(),
                tlvs);
    }

    /** As it is given; long user data go in message_payload. */
    static DeliverSm make(Address source, Address destination, int esmClass, int dataCoding, Octets body, Tlvs tlvs) {
        boolean fits = body.length() <= LONGEST_SHORT_MESSAGE;
        return new DeliverSm(
                "",
                source,
                destination,
                esmClass,
                0,
                0,
                "",
                "",
                0,
                0,
                dataCoding,
                0,
                fits ? body : Octets.empty(),
                fits ? tlvs : tlvs.with(Tlv.MESSAGE_PAYLOAD, body));
    }
}
