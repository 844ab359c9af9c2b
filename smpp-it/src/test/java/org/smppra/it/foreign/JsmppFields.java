package org.smppra.it.foreign;

import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.MessageRequest;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.TypeOfNumber;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.SubmitSm;

/** jSMPP's values as ours, and back. */
final class JsmppFields {
    private JsmppFields() {}

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static Address source(AbstractSmCommand message) {
        return Address.of(message.getSourceAddrTon(), message.getSourceAddrNpi(), text(message.getSourceAddr()));
    }

    static Address destination(AbstractSmCommand message) {
        return Address.of(message.getDestAddrTon(), message.getDestAddrNpi(), text(message.getDestAddress()));
    }

    static TypeOfNumber ton(Address address) {
        return TypeOfNumber.valueOf((byte) address.ton());
    }

    static NumberingPlanIndicator npi(Address address) {
        return NumberingPlanIndicator.valueOf((byte) address.npi());
    }

    static Tlvs tlvs(@Nullable OptionalParameter... parameters) {
        List<Tlv> list = new ArrayList<>();
        for (OptionalParameter parameter : parameters == null ? new OptionalParameter[0] : parameters) {
            byte[] serialized = parameter.serialize();
            list.add(Tlv.of(parameter.tag & 0xFFFF, Octets.of(Arrays.copyOfRange(serialized, 4, serialized.length))));
        }
        return Tlvs.of(list);
    }

    static OptionalParameter[] theirs(Tlvs tlvs) {
        List<OptionalParameter> list = new ArrayList<>();
        tlvs.forEach(tlv -> list.add(
                new OptionalParameter.OctetString((short) tlv.tag(), tlv.value().toByteArray())));
        return list.toArray(OptionalParameter[]::new);
    }

    static ForeignReceipt receipt(DeliveryReceipt receipt) {
        // Its parser takes the dates for local ones.
        SimpleDateFormat date = new SimpleDateFormat("yyMMddHHmm", Locale.ROOT);
        return new ForeignReceipt(
                receipt.getId(),
                receipt.getSubmitted(),
                receipt.getDelivered(),
                date.format(receipt.getSubmitDate()),
                date.format(receipt.getDoneDate()),
                String.valueOf(receipt.getFinalStatus()),
                receipt.getError(),
                receipt.getText());
    }

    static SubmitSm submitSm(MessageRequest message) {
        return new SubmitSm(
                text(message.getServiceType()),
                source(message),
                destination(message),
                message.getEsmClass() & 0xFF,
                message.getProtocolId() & 0xFF,
                message.getPriorityFlag() & 0xFF,
                text(message.getScheduleDeliveryTime()),
                text(message.getValidityPeriod()),
                message.getRegisteredDelivery() & 0xFF,
                message.getReplaceIfPresent() & 0xFF,
                message.getDataCoding() & 0xFF,
                message.getSmDefaultMsgId() & 0xFF,
                Octets.of(message.getShortMessage()),
                tlvs(message.getOptionalParameters()));
    }

    static DeliverSm deliverSm(MessageRequest message) {
        return new DeliverSm(
                text(message.getServiceType()),
                source(message),
                destination(message),
                message.getEsmClass() & 0xFF,
                message.getProtocolId() & 0xFF,
                message.getPriorityFlag() & 0xFF,
                text(message.getScheduleDeliveryTime()),
                text(message.getValidityPeriod()),
                message.getRegisteredDelivery() & 0xFF,
                message.getReplaceIfPresent() & 0xFF,
                message.getDataCoding() & 0xFF,
                message.getSmDefaultMsgId() & 0xFF,
                Octets.of(message.getShortMessage()),
                tlvs(message.getOptionalParameters()));
    }
}
