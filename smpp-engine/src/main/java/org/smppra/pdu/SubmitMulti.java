package org.smppra.pdu;

import java.util.List;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;

/** SMPP 3.4 section 4.5.1 (submit_multi): one message to up to 254 destinations. */
public record SubmitMulti(
        String serviceType,
        Address source,
        List<DestAddress> destinations,
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
        implements Pdu {
    public SubmitMulti {
        destinations = List.copyOf(destinations);
    }

    @Override
    public CommandId commandId() {
        return CommandId.SUBMIT_MULTI;
    }
}
