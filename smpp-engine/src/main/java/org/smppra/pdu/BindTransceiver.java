package org.smppra.pdu;

/** SMPP 3.4 section 4.1.5 (bind_transceiver). */
public record BindTransceiver(
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
        return CommandId.BIND_TRANSCEIVER;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BindTransceiver[systemId=" + systemId + ", interfaceVersion=0x" + Integer.toHexString(interfaceVersion)
                + "]";
    }
}
