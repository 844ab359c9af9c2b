package org.smppra.pdu;

/** SMPP 3.4 section 4.2.1 (unbind): a header alone. */
public record Unbind() implements Pdu {
    @Override
    public CommandId commandId() {
        return CommandId.UNBIND;
    }
}
