package org.smppra.pdu;

import org.smppra.message.Tlvs;

/** What the answers to the three binds have in common: all fields. */
public sealed interface BindResponse extends Pdu permits BindReceiverResp, BindTransmitterResp, BindTransceiverResp {
    String systemId();

    Tlvs tlvs();
}
