package org.smppra.pdu;

/** SMPP 3.4 section 4.1.7.1 (outbind): the SMSC asks for a bind_receiver. It has no answer. */
public record Outbind(String systemId, String password) implements Pdu {
    @Override
    public CommandId commandId() {
        return CommandId.OUTBIND;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Outbind[systemId=" + systemId + "]";
    }
}
