package org.smppra.it.foreign;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.TlvKey;
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
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DataSm;
import org.smppra.pdu.DataSmResp;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.DeliverSmResp;
import org.smppra.pdu.DestAddress;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
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

/** A PDU of each command of SMPP 3.4 and a value for each of its optional parameters, with nothing left at zero. */
public final class SamplePdus {
    private static final Address SHOP = Address.of(5, 0, "Shop");
    private static final Address PHONE = Address.of(1, 1, "4512345678");
    private static final Address CODE = Address.of(3, 8, "1204");
    private static final String SCHEDULED = "261123101530500+";
    private static final String IN_THREE_HOURS = "000000030000000R";
    private static final Octets BODY = Octets.ofHex("060504158115810080ff");

    private SamplePdus() {}

    /** One of each command. */
    public static List<Pdu> all() {
        return Arrays.stream(CommandId.values()).map(SamplePdus::of).toList();
    }

    public static Pdu of(CommandId id) {
        return switch (id) {
            case BIND_RECEIVER -> new BindReceiver("shop", "secret", "VMA", 0x34, 1, 8, "^45");
            case BIND_TRANSMITTER -> new BindTransmitter("shop", "secret", "VMA", 0x34, 1, 8, "^45");
            case BIND_TRANSCEIVER -> new BindTransceiver("shop", "secret", "VMA", 0x34, 1, 8, "^45");
            case BIND_RECEIVER_RESP -> new BindReceiverResp("smsc", version());
            case BIND_TRANSMITTER_RESP -> new BindTransmitterResp("smsc", version());
            case BIND_TRANSCEIVER_RESP -> new BindTransceiverResp("smsc", version());
            case OUTBIND -> new Outbind("smsc", "secret");
            case SUBMIT_SM -> submitSm(BODY, vendor());
            case DELIVER_SM -> deliverSm();
            case SUBMIT_MULTI ->
                submitMulti(List.of(sme(), new DestAddress.DistributionList("friends"), new DestAddress.Sme(CODE)));
            case DATA_SM -> new DataSm("WAP", SHOP, PHONE, 0x40, 0x11, 4, vendor().with(Tlv.MESSAGE_PAYLOAD, BODY));
            case SUBMIT_SM_RESP -> new SubmitSmResp("1390125333", Tlvs.empty());
            case DELIVER_SM_RESP -> new DeliverSmResp("", Tlvs.empty());
            case SUBMIT_MULTI_RESP ->
                new SubmitMultiResp(
                        "1390125333",
                        List.of(
                                new UnsuccessSme(PHONE, CommandStatus.ESME_RINVDSTADR),
                                new UnsuccessSme(CODE, CommandStatus.of(0x042E))),
                        Tlvs.empty());
            case DATA_SM_RESP -> new DataSmResp("1390125333", Tlvs.empty().with(Tlv.DELIVERY_FAILURE_REASON, 2));
            case QUERY_SM -> new QuerySm("1390125333", SHOP);
            case QUERY_SM_RESP -> new QuerySmResp("1390125333", SCHEDULED, 5, 19);
            case CANCEL_SM -> new CancelSm("CMT", "1390125333", SHOP, PHONE);
            case CANCEL_SM_RESP -> new CancelSmResp();
            case REPLACE_SM -> new ReplaceSm("1390125333", SHOP, SCHEDULED, IN_THREE_HOURS, 0x11, 3, BODY);
            case REPLACE_SM_RESP -> new ReplaceSmResp();
            case ALERT_NOTIFICATION ->
                new AlertNotification(PHONE, CODE, Tlvs.empty().with(Tlv.MS_AVAILABILITY_STATUS, 1));
            case UNBIND -> new Unbind();
            case UNBIND_RESP -> new UnbindResp();
            case ENQUIRE_LINK -> new EnquireLink();
            case ENQUIRE_LINK_RESP -> new EnquireLinkResp();
            case GENERIC_NACK -> new GenericNack();
        };
    }

    /** With a value in each other field. */
    public static SubmitSm submitSm(Octets shortMessage, Tlvs tlvs) {
        return new SubmitSm(
                "CMT", SHOP, PHONE, 0x40, 0x7F, 2, SCHEDULED, IN_THREE_HOURS, 0x11, 1, 4, 3, shortMessage, tlvs);
    }

    /** The fields that SMPP 3.4 section 4.6.1 says are unused are. */
    private static DeliverSm deliverSm() {
        return new DeliverSm("CMT", PHONE, CODE, 0x44, 0x7F, 1, "", "", 0x01, 0, 8, 0, BODY, vendor());
    }

    public static SubmitMulti submitMulti(List<DestAddress> destinations) {
        return new SubmitMulti(
                "CMT", SHOP, destinations, 0x40, 0x7F, 2, SCHEDULED, IN_THREE_HOURS, 0x11, 1, 4, 3, BODY, vendor());
    }

    public static DestAddress sme() {
        return new DestAddress.Sme(PHONE);
    }

    private static Tlvs version() {
        return Tlvs.empty().with(Tlv.SC_INTERFACE_VERSION, 0x34);
    }

    private static Tlvs vendor() {
        return Tlvs.empty().with(Tlv.SOURCE_PORT, 5505).with(Tlv.MESSAGE_CLASS, Octets.ofLatin1("premium"));
    }

    /** All keys of SMPP 3.4: the reference as its two octets. */
    public static List<TlvKey<?>> keys() {
        return Arrays.stream(Tlv.class.getFields())
                .filter(field -> field.getType() == TlvKey.class)
                .<TlvKey<?>>map(SamplePdus::key)
                .filter(key -> key != Tlv.USER_MESSAGE_REFERENCE && key != Tlv.MESSAGE_CLASS)
                .toList();
    }

    private static TlvKey<?> key(Field field) {
        try {
            return (TlvKey<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A value of up to four octets, as many as the key takes. */
    public static Octets value(TlvKey<?> key) {
        return Stream.of("01020304", "010203", "0102", "01", "")
                .map(Octets::ofHex)
                .flatMap(octets -> value(key, octets).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no value for " + key));
    }

    private static Optional<Octets> value(TlvKey<?> key, Octets octets) {
        return key.read(octets).map(value -> value instanceof String ? Octets.ofLatin1("text\0") : octets);
    }
}
