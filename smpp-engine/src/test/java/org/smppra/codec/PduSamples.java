package org.smppra.codec;

import java.util.List;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.AlertNotification;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindReceiverResp;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.BindTransmitterResp;
import org.smppra.pdu.CancelSm;
import org.smppra.pdu.CancelSmResp;
import org.smppra.pdu.DataSm;
import org.smppra.pdu.DataSmResp;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.DeliverSmResp;
import org.smppra.pdu.DestAddress.DistributionList;
import org.smppra.pdu.DestAddress.Sme;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.GenericNack;
import org.smppra.pdu.Outbind;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.QuerySm;
import org.smppra.pdu.QuerySmResp;
import org.smppra.pdu.ReplaceSm;
import org.smppra.pdu.ReplaceSmResp;
import org.smppra.pdu.SubmitMulti;
import org.smppra.pdu.SubmitMultiResp;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;
import org.smppra.pdu.UnsuccessSme;

/** One PDU of each command, with something in every field. */
public final class PduSamples {
    static final Address SHOP = Address.alphanumeric("Shop");
    static final Address PHONE = Address.international("4512345678");
    static final String IN_TEN_MINUTES = "000000001000000R";
    static final Tlvs TLVS = Tlvs.empty()
            .with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1("order-1"))
            .with(Tlv.MESSAGE_CLASS, Octets.ofLatin1("standard"))
            .with(Tlv.MESSAGE_CLASS, Octets.empty());

    private PduSamples() {}

    public static List<Pdu> all() {
        Octets text = Octets.ofHex("0041");
        return List.of(
                new BindReceiver("id", "secret", "type", 0x34, 1, 2, "45*"),
                new BindReceiverResp("smsc", TLVS),
                new BindTransmitter("id", "secret", "", 0x34, 0, 0, ""),
                new BindTransmitterResp("smsc", Tlvs.empty()),
                new BindTransceiver("id", "", "", 0x33, 0, 0, ""),
                new BindTransceiverResp("", Tlvs.empty()),
                new Outbind("smsc", "secret"),
                new SubmitSm("CMT", SHOP, PHONE, 0x40, 1, 2, "", IN_TEN_MINUTES, 1, 1, 8, 3, text, TLVS),
                new SubmitSmResp("1390125333", Tlvs.empty()),
                new DeliverSm("", PHONE, SHOP, 4, 0, 0, "", "", 0, 0, 0, 0, Octets.ofLatin1("id:1 stat:DELIVRD"), TLVS),
                new DeliverSmResp("", Tlvs.empty()),
                new SubmitMulti(
                        "CMT",
                        SHOP,
                        List.of(new Sme(PHONE), new DistributionList("friends"), new Sme(Address.none())),
                        0,
                        1,
                        2,
                        IN_TEN_MINUTES,
                        "",
                        1,
                        0,
                        8,
                        3,
                        text,
                        TLVS),
                new SubmitMultiResp(
                        "1390125333", List.of(new UnsuccessSme(PHONE, CommandStatus.ESME_RINVDSTADR)), Tlvs.empty()),
                new DataSm("WAP", PHONE, SHOP, 0x40, 1, 4, TLVS.with(Tlv.MESSAGE_PAYLOAD, text)),
                new DataSmResp("1390125333", Tlvs.empty().with(Tlv.DELIVERY_FAILURE_REASON, 1)),
                new AlertNotification(PHONE, SHOP, Tlvs.empty().with(Tlv.MS_AVAILABILITY_STATUS, 0)),
                new QuerySm("1390125333", SHOP),
                new QuerySmResp("1390125333", "201118105400000+", 2, 9),
                new CancelSm("CMT", "1390125333", SHOP, PHONE),
                new CancelSmResp(),
                new ReplaceSm("1390125333", SHOP, "", IN_TEN_MINUTES, 1, 3, text),
                new ReplaceSmResp(),
                new Unbind(),
                new UnbindResp(),
                new EnquireLink(),
                new EnquireLinkResp(),
                new GenericNack());
    }

    static byte[] encode(Envelope envelope) {
        PduOutput out = new PduOutput(4);
        Codec.encode(envelope, out);
        return out.toByteArray();
    }

    /** The octets of a header with its length set, and of the body that is given in hexadecimal. */
    static byte[] frame(String commandId, String status, String body) {
        String dense = body.replace(" ", "");
        return Octets.ofHex(String.format("%08x", Frames.HEADER + dense.length() / 2) + commandId + status + "0000002a"
                        + dense)
                .toByteArray();
    }

    static Envelope decode(byte[] octets) throws PduException {
        return Codec.decode(octets, 0, octets.length);
    }
}
