package org.smppra.pdu;

/** SMPP 3.4 section 4.1.3 (bind_receiver). */
public record BindReceiver(
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
        return CommandId.BIND_RECEIVER;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BindReceiver[systemId=" + systemId + ", interfaceVersion=0x" + Integer.toHexString(interfaceVersion)
                + "]";
    }
}
