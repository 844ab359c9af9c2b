package org.smppra.pdu;

import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;

/**
 * What submit_sm and deliver_sm have in common: all fields.
 *
 * <p>SMPP 3.4 sections 4.4.1 and 4.6.1.
 */
public sealed interface MessagePdu extends Pdu permits SubmitSm, DeliverSm {
    String serviceType();

    Address source();

    Address destination();

    int esmClass();

    int protocolId();

    int priorityFlag();

    String scheduleDeliveryTime();

    String validityPeriod();

    int registeredDelivery();

    int replaceIfPresentFlag();

    int dataCoding();

    int smDefaultMsgId();

    Octets shortMessage();

    Tlvs tlvs();

    /** The user data: short_message, or message_payload where that is empty. */
    default Octets userData() {
        return shortMessage().isEmpty() ? tlvs().first(Tlv.MESSAGE_PAYLOAD).orElse(Octets.empty()) : shortMessage();
    }
}
