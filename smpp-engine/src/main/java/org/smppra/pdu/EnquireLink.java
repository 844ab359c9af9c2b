package org.smppra.pdu;

/** SMPP 3.4 section 4.11.1 (enquire_link): a header alone. */
public record EnquireLink() implements Pdu {
    @Override
    public CommandId commandId() {
        return CommandId.ENQUIRE_LINK;
    }
}
