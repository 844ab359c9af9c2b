package org.smppra.pdu;

import org.smppra.message.Address;
import org.smppra.message.Octets;

/** SMPP 3.4 section 4.10.1 (replace_sm): new content for one submitted message. */
public record ReplaceSm(
        String messageId,
        Address source,
        String scheduleDeliveryTime,
        String validityPeriod,
        int registeredDelivery,
        int smDefaultMsgId,
        Octets shortMessage)
        implements Pdu {
    @Override
    public CommandId commandId() {
        return CommandId.REPLACE_SM;
    }
}
