package org.smppra.pdu;

import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;

/**
 * A message from one entity to another: what submit_sm, deliver_sm and data_sm have in common.
 *
 * <p>SMPP 3.4 sections 4.4.1, 4.6.1 and 4.7.1.
 */
public sealed interface UserMessage extends Pdu permits MessagePdu, DataSm {
    String serviceType();

    Address source();

    Address destination();

    int esmClass();

    int registeredDelivery();

    int dataCoding();

    Tlvs tlvs();

    /** What the message is about, its user data header included; empty if it carries none. */
    Octets userData();
}
