package org.smppra.pdu;

import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;

/** SMPP 3.4 section 4.7.1 (data_sm), which travels in both directions. */
public record DataSm(
        String serviceType,
        Address source,
        Address destination,
        int esmClass,
        int registeredDelivery,
        int dataCoding,
        Tlvs tlvs)
        implements UserMessage {
    @Override
    public CommandId commandId() {
        return CommandId.DATA_SM;
    }

    /** The message_payload. */
    @Override
    public Octets userData() {
        return tlvs.first(Tlv.MESSAGE_PAYLOAD).orElse(Octets.empty());
    }
}
