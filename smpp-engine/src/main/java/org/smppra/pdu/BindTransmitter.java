package org.smppra.pdu;

/** SMPP 3.4 section 4.1.1 (bind_transmitter). */
public record BindTransmitter(
        String systemId,
        String password,
        String systemType,
        int interfaceVersion,
        int addrTon,
        int addrNpi,
        String addressRange)
        implements BindRequest {
    @Override
    public CommandId commandId() {
        return CommandId.BIND_TRANSMITTER;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BindTransmitter[systemId=" + systemId + ", interfaceVersion=0x" + Integer.toHexString(interfaceVersion)
                + "]";
    }
}
