package org.smppra;

import java.io.Serializable;
import java.time.Instant;
import org.smppra.message.Address;
import org.smppra.message.Tlvs;

/** What the SMSC delivered: a receipt or a mobile-originated message. */
public sealed interface Delivered extends Serializable permits DeliveryReceipt, ReceivedMessage {
    /** The account's name. */
    String account();

    /** The sender as the SMSC gave it; for a receipt the handset's number. */
    Address from();

    Address to();

    /** All optional parameters, also unknown ones. */
    Tlvs tlvs();

    Instant receivedAt();

    /** 1 for the first time that a listener is called with it, raised at each redelivery on this node. */
    int deliveryCount();

    /** Whether an earlier delivery may have been committed already, its acknowledgement lost. */
    boolean possibleDuplicate();

    /**
     * The same on every redelivery, up to 64 ASCII characters: for receipts made for a unique index. A mobile-originated
     * message that a handset sends twice, with the same content, has the same key both times.
     */
    String deduplicationKey();
}
