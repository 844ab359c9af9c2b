package org.smppra.benchmark.scenario;

import org.smppra.ShortMessage;
import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.SubmitSm;

/** The one message that all contestants send, and the one receipt that all get: the same octets for each. */
public final class Sample {
    public static final String FROM = "4510203040";
    public static final String TO = "4550607080";
    public static final String TEXT =
            "Your parcel is waiting at the shop around the corner; bring the code 482 913 and a photo id, please.";
    public static final String PASSWORD = "secret";
    /** The digits of a message id. */
    public static final int ID = 10;
    /** The octets of a submit_sm_resp: header, ten digits, NUL. */
    public static final int ANSWER = 27;

    private static final String RECEIPT = "id:1000000000 sub:001 dlvrd:001 submit date:2611230900 "
            + "done date:2611230900 stat:DELIVRD err:000 text:Your parcel is waiti";

    private Sample() {}

    public static ShortMessage message() {
        return ShortMessage.to(TO).from(FROM).text(TEXT).build();
    }

    public static SubmitSm request(boolean receipt) {
        return new SubmitSm(
                "",
                Address.international(FROM),
                Address.international(TO),
                0,
                0,
                0,
                "",
                "",
                receipt ? 1 : 0,
                0,
                0,
                0,
                Octets.ofLatin1(TEXT),
                Tlvs.empty());
    }

    /** A receipt as most providers write it: SMPP 3.4 appendix B. */
    public static DeliverSm receipt() {
        return new DeliverSm(
                "",
                Address.international(TO),
                Address.international(FROM),
                4,
                0,
                0,
                "",
                "",
                0,
                0,
                0,
                0,
                Octets.ofLatin1(RECEIPT),
                Tlvs.empty());
    }

    /** One request as it is on the wire. */
    public static byte[] octets(Pdu request) {
        PduOutput out = new PduOutput(512);
        Codec.encode(Envelope.request(1, request), out);
        return out.toByteArray();
    }
}
