package org.smppra.codec;

import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
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
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DataSm;
import org.smppra.pdu.DataSmResp;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.DeliverSmResp;
import org.smppra.pdu.DestAddress;
import org.smppra.pdu.DestAddress.DistributionList;
import org.smppra.pdu.DestAddress.Sme;
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

/** Every PDU with any content that SMPP 3.4 has room for. */
final class PduArbitraries {
    private PduArbitraries() {}

    /** Of each command as often; javac refuses one without a row. */
    static Arbitrary<Pdu> any() {
        return Arbitraries.of(CommandId.values()).flatMap(command -> of(command).map(Pdu.class::cast));
    }

    static Arbitrary<? extends Pdu> of(CommandId command) {
        return switch (command) {
            case BIND_RECEIVER -> bind(BindReceiver::new);
            case BIND_TRANSMITTER -> bind(BindTransmitter::new);
            case BIND_TRANSCEIVER -> bind(BindTransceiver::new);
            case BIND_RECEIVER_RESP -> answer(16, BindReceiverResp::new);
            case BIND_TRANSMITTER_RESP -> answer(16, BindTransmitterResp::new);
            case BIND_TRANSCEIVER_RESP -> answer(16, BindTransceiverResp::new);
            case OUTBIND -> Combinators.combine(string(16), string(9)).as(Outbind::new);
            case SUBMIT_SM -> message(SubmitSm::new);
            case DELIVER_SM -> message(DeliverSm::new);
            case SUBMIT_SM_RESP -> answer(65, SubmitSmResp::new);
            case DELIVER_SM_RESP -> answer(65, DeliverSmResp::new);
            case SUBMIT_MULTI -> submitMulti();
            case SUBMIT_MULTI_RESP ->
                Combinators.combine(string(65), unsuccessful(), tlvs()).as(SubmitMultiResp::new);
            case DATA_SM ->
                Combinators.combine(string(6), address(65), address(65), int8(), int8(), int8(), tlvs())
                        .as(DataSm::new);
            case DATA_SM_RESP -> answer(65, DataSmResp::new);
            case ALERT_NOTIFICATION ->
                Combinators.combine(address(65), address(65), tlvs()).as(AlertNotification::new);
            case QUERY_SM -> Combinators.combine(string(65), address(21)).as(QuerySm::new);
            case QUERY_SM_RESP ->
                Combinators.combine(string(65), time(), int8(), int8()).as(QuerySmResp::new);
            case CANCEL_SM ->
                Combinators.combine(string(6), string(65), address(21), address(21))
                        .as(CancelSm::new);
            case REPLACE_SM ->
                Combinators.combine(string(65), address(21), time(), time(), int8(), int8(), octets(254))
                        .as(ReplaceSm::new);
            case CANCEL_SM_RESP -> Arbitraries.just(new CancelSmResp());
            case REPLACE_SM_RESP -> Arbitraries.just(new ReplaceSmResp());
            case UNBIND -> Arbitraries.just(new Unbind());
            case UNBIND_RESP -> Arbitraries.just(new UnbindResp());
            case ENQUIRE_LINK -> Arbitraries.just(new EnquireLink());
            case ENQUIRE_LINK_RESP -> Arbitraries.just(new EnquireLinkResp());
            case GENERIC_NACK -> Arbitraries.just(new GenericNack());
        };
    }

    private interface MessageMaker {
        Pdu make(
                String serviceType,
                Address source,
                Address destination,
                int esmClass,
                int protocolId,
                int priorityFlag,
                String scheduleDeliveryTime,
                String validityPeriod,
                int registeredDelivery,
                int replaceIfPresentFlag,
                int dataCoding,
                int smDefaultMsgId,
                Octets shortMessage,
                Tlvs tlvs);
    }

    private interface BindMaker {
        Pdu make(String systemId, String password, String type, int version, int ton, int npi, String range);
    }

    private static Arbitrary<Pdu> bind(BindMaker maker) {
        return Combinators.combine(string(16), string(9), string(13), int8(), int8(), int8(), string(41))
                .as(maker::make);
    }

    private static Arbitrary<Pdu> answer(int max, BiFunction<String, Tlvs, Pdu> maker) {
        return Combinators.combine(string(max), tlvs()).as(maker::apply);
    }

    private static Arbitrary<Pdu> message(MessageMaker maker) {
        return Combinators.combine(string(6), address(21), address(21), flags(), time(), time(), octets(254), tlvs())
                .as((type, from, to, f, schedule, validity, text, tlvs) -> maker.make(
                        type, from, to, f.get(0), f.get(1), f.get(2), schedule, validity, f.get(3), f.get(4), f.get(5),
                        f.get(6), text, tlvs));
    }

    private static Arbitrary<Pdu> submitMulti() {
        return Combinators.combine(string(6), address(21), destinations(), flags(), time(), time(), octets(254), tlvs())
                .as((type, from, to, f, schedule, validity, text, tlvs) -> new SubmitMulti(
                        type, from, to, f.get(0), f.get(1), f.get(2), schedule, validity, f.get(3), f.get(4), f.get(5),
                        f.get(6), text, tlvs));
    }

    private static Arbitrary<List<DestAddress>> destinations() {
        Arbitrary<DestAddress> sme = address(21).map(Sme::new);
        Arbitrary<DestAddress> list = string(21).map(DistributionList::new);
        return Arbitraries.oneOf(sme, list).list().ofMaxSize(254);
    }

    private static Arbitrary<List<UnsuccessSme>> unsuccessful() {
        return Combinators.combine(address(21), status())
                .as(UnsuccessSme::new)
                .list()
                .ofMaxSize(255);
    }

    static Arbitrary<CommandStatus> status() {
        return Arbitraries.integers().map(CommandStatus::of);
    }

    private static Arbitrary<Tlvs> tlvs() {
        Arbitrary<Integer> tags = Arbitraries.oneOf(
                Arbitraries.of(Tlv.MESSAGE_PAYLOAD.tag(), Tlv.CALLBACK_NUM.tag(), Tlv.MESSAGE_CLASS.tag()),
                Arbitraries.integers().between(0, 0xFFFF));
        Arbitrary<Octets> values = Arbitraries.frequencyOf(Tuple.of(20, octets(70)), Tuple.of(1, octets(0xFFFF)));
        return Combinators.combine(tags, values).as(Tlv::of).list().ofMaxSize(6).map(Tlvs::of);
    }

    /** The one-octet fields of a message. */
    private static Arbitrary<List<Integer>> flags() {
        return int8().list().ofSize(7);
    }

    private static Arbitrary<Integer> int8() {
        return Arbitraries.integers().between(0, 255);
    }

    /** @param max octets, the NUL included */
    private static Arbitrary<String> string(int max) {
        return Arbitraries.strings().withCharRange('\u0001', '\u00FF').ofMaxLength(max - 1);
    }

    private static Arbitrary<String> time() {
        return Arbitraries.oneOf(
                Arbitraries.just(""),
                Arbitraries.strings().withCharRange('\u0001', '\u00FF').ofLength(16));
    }

    private static Arbitrary<Address> address(int max) {
        return Combinators.combine(int8(), int8(), string(max)).as(Address::of);
    }

    private static Arbitrary<Octets> octets(int max) {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(max).map(Octets::of);
    }
}
