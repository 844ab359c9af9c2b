package org.smppra.pdu;

/** SMPP 3.4 section 4.11.2 (enquire_link_resp): a header alone. */
public record EnquireLinkResp() implements Pdu {
    @Override
    public CommandId commandId() {
        return CommandId.ENQUIRE_LINK_RESP;
    }
}
