package org.smppra.it.foreign;

import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseSm;
import com.cloudhopper.smpp.pdu.Pdu;
import com.cloudhopper.smpp.tlv.Tlv;
import com.cloudhopper.smpp.type.SmppInvalidArgumentException;
import com.cloudhopper.smpp.util.DeliveryReceipt;
import com.cloudhopper.smpp.util.DeliveryReceiptException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.joda.time.DateTimeZone;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.MessagePdu;
import org.smppra.pdu.SubmitSm;

/** Cloudhopper's values as ours, and back. */
final class CloudhopperFields {
    private CloudhopperFields() {}

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static Address address(com.cloudhopper.smpp.type.@Nullable Address address) {
        return address == null
                ? Address.none()
                : Address.of(address.getTon(), address.getNpi(), text(address.getAddress()));
    }

    static com.cloudhopper.smpp.type.Address theirs(Address address) {
        return new com.cloudhopper.smpp.type.Address((byte) address.ton(), (byte) address.npi(), address.value());
    }

    static Octets octets(byte @Nullable [] value) {
        return value == null ? Octets.empty() : Octets.of(value);
    }

    static Tlvs tlvs(Pdu pdu) {
        List<org.smppra.message.Tlv> list = new ArrayList<>();
        if (pdu.getOptionalParameters() != null) {
            pdu.getOptionalParameters()
                    .forEach(tlv -> list.add(org.smppra.message.Tlv.of(tlv.getTag() & 0xFFFF, octets(tlv.getValue()))));
        }
        return Tlvs.of(list);
    }

    static void add(Tlvs tlvs, Pdu pdu) {
        tlvs.forEach(tlv ->
                pdu.addOptionalParameter(new Tlv((short) tlv.tag(), tlv.value().toByteArray())));
    }

    static ForeignReceipt receipt(BaseSm<?> message) {
        DeliveryReceipt receipt;
        try {
            receipt = DeliveryReceipt.parseShortMessage(
                    new String(message.getShortMessage(), StandardCharsets.ISO_8859_1), DateTimeZone.UTC);
        } catch (DeliveryReceiptException e) {
            throw new AssertionError("its parser cannot read it", e);
        }
        return new ForeignReceipt(
                receipt.getMessageId(),
                receipt.getSubmitCount(),
                receipt.getDeliveredCount(),
                receipt.getSubmitDate().toString("yyMMddHHmm"),
                receipt.getDoneDate().toString("yyMMddHHmm"),
                DeliveryReceipt.toStateText(receipt.getState()),
                receipt.getRawErrorCode(),
                receipt.getText());
    }

    static SubmitSm submitSm(BaseSm<?> message) {
        return new SubmitSm(
                text(message.getServiceType()),
                address(message.getSourceAddress()),
                address(message.getDestAddress()),
                message.getEsmClass() & 0xFF,
                message.getProtocolId() & 0xFF,
                message.getPriority() & 0xFF,
                text(message.getScheduleDeliveryTime()),
                text(message.getValidityPeriod()),
                message.getRegisteredDelivery() & 0xFF,
                message.getReplaceIfPresent() & 0xFF,
                message.getDataCoding() & 0xFF,
                message.getDefaultMsgId() & 0xFF,
                octets(message.getShortMessage()),
                tlvs(message));
    }

    static DeliverSm deliverSm(BaseSm<?> message) {
        return new DeliverSm(
                text(message.getServiceType()),
                address(message.getSourceAddress()),
                address(message.getDestAddress()),
                message.getEsmClass() & 0xFF,
                message.getProtocolId() & 0xFF,
                message.getPriority() & 0xFF,
                text(message.getScheduleDeliveryTime()),
                text(message.getValidityPeriod()),
                message.getRegisteredDelivery() & 0xFF,
                message.getReplaceIfPresent() & 0xFF,
                message.getDataCoding() & 0xFF,
                message.getDefaultMsgId() & 0xFF,
                octets(message.getShortMessage()),
                tlvs(message));
    }

    /** Puts all fields of ours into theirs. */
    static <T extends BaseSm<?>> T fill(T theirs, MessagePdu ours) throws SmppInvalidArgumentException {
        theirs.setServiceType(ours.serviceType());
        theirs.setSourceAddress(theirs(ours.source()));
        theirs.setDestAddress(theirs(ours.destination()));
        theirs.setEsmClass((byte) ours.esmClass());
        theirs.setProtocolId((byte) ours.protocolId());
        theirs.setPriority((byte) ours.priorityFlag());
        theirs.setScheduleDeliveryTime(ours.scheduleDeliveryTime());
        theirs.setValidityPeriod(ours.validityPeriod());
        theirs.setRegisteredDelivery((byte) ours.registeredDelivery());
        theirs.setReplaceIfPresent((byte) ours.replaceIfPresentFlag());
        theirs.setDataCoding((byte) ours.dataCoding());
        theirs.setDefaultMsgId((byte) ours.smDefaultMsgId());
        theirs.setShortMessage(ours.shortMessage().toByteArray());
        add(ours.tlvs(), theirs);
        return theirs;
    }

    static BindRequest bind(BaseBind<?> bind) {
        BindMaker maker = bind instanceof com.cloudhopper.smpp.pdu.BindReceiver
                ? BindReceiver::new
                : bind instanceof com.cloudhopper.smpp.pdu.BindTransmitter
                        ? BindTransmitter::new
                        : BindTransceiver::new;
        Address range = address(bind.getAddressRange());
        return maker.make(
                text(bind.getSystemId()),
                text(bind.getPassword()),
                text(bind.getSystemType()),
                bind.getInterfaceVersion() & 0xFF,
                range.ton(),
                range.npi(),
                range.value());
    }
}
