package org.smppra.pdu;

import org.smppra.message.Address;

/** SMPP 3.4 section 4.9.1 (cancel_sm). Without a messageId: all that match the other fields. */
public record CancelSm(String serviceType, String messageId, Address source, Address destination) implements Pdu {
    @Override
    public CommandId commandId() {
        return CommandId.CANCEL_SM;
    }
}
