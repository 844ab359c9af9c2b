package org.smppra.pdu;

/** SMPP 3.4 section 4.2.2 (unbind_resp): a header alone. */
public record UnbindResp() implements Pdu {
    @Override
    public CommandId commandId() {
        return CommandId.UNBIND_RESP;
    }
}
