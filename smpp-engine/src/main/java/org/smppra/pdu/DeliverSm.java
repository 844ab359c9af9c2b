package org.smppra.pdu;

import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;

/** SMPP 3.4 section 4.6.1 (deliver_sm). */
public record DeliverSm(
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
        Tlvs tlvs)
        implements MessagePdu {
    @Override
    public CommandId commandId() {
        return CommandId.DELIVER_SM;
    }
}
