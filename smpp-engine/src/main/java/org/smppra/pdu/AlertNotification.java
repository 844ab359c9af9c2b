package org.smppra.pdu;

import org.smppra.message.Address;
import org.smppra.message.Tlvs;

/** SMPP 3.4 section 4.12.1 (alert_notification): a subscriber can be reached again. It has no answer. */
public record AlertNotification(Address source, Address esme, Tlvs tlvs) implements Pdu {
    @Override
    public CommandId commandId() {
        return CommandId.ALERT_NOTIFICATION;
    }
}
