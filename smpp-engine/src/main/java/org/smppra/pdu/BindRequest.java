package org.smppra.pdu;

/**
 * What the three bind requests have in common: all fields.
 *
 * <p>SMPP 3.4 section 4.1.
 */
public sealed interface BindRequest extends Pdu permits BindReceiver, BindTransmitter, BindTransceiver {
    String systemId();

    String password();

    String systemType();

    int interfaceVersion();

    int addrTon();

    int addrNpi();

    String addressRange();
}
