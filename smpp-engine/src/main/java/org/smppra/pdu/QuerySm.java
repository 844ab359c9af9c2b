package org.smppra.pdu;

import org.smppra.message.Address;

/** SMPP 3.4 section 4.8.1 (query_sm): the state of one submitted message. */
public record QuerySm(String messageId, Address source) implements Pdu {
    @Override
    public CommandId commandId() {
        return CommandId.QUERY_SM;
    }
}
