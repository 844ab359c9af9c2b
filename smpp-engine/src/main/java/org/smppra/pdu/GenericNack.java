package org.smppra.pdu;

/** SMPP 3.4 section 4.3.1 (generic_nack): a header alone. */
public record GenericNack() implements Pdu {
    @Override
    public CommandId commandId() {
        return CommandId.GENERIC_NACK;
    }
}
