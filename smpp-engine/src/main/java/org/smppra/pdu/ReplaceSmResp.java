package org.smppra.pdu;

/** SMPP 3.4 section 4.10.2 (replace_sm_resp): a header alone. */
public record ReplaceSmResp() implements Pdu {
    @Override
    public CommandId commandId() {
        return CommandId.REPLACE_SM_RESP;
    }
}
