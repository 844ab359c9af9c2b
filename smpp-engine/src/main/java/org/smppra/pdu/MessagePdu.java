package org.smppra.pdu;

import org.smppra.message.Octets;
import org.smppra.message.Tlv;

/**
 * What submit_sm and deliver_sm have in common: all fields.
 *
 * <p>SMPP 3.4 sections 4.4.1 and 4.6.1.
 */
public sealed interface MessagePdu extends UserMessage permits SubmitSm, DeliverSm {
    int protocolId();

    int priorityFlag();

    String scheduleDeliveryTime();

    String validityPeriod();

    int replaceIfPresentFlag();

    int smDefaultMsgId();

    Octets shortMessage();

    /** The short_message, or message_payload where that is empty. */
    @Override
    default Octets userData() {
        return shortMessage().isEmpty() ? tlvs().first(Tlv.MESSAGE_PAYLOAD).orElse(Octets.empty()) : shortMessage();
    }
}
