package org.smppra.pdu;

/** SMPP 3.4 section 4.9.2 (cancel_sm_resp): a header alone. */
public record CancelSmResp() implements Pdu {
    @Override
    public CommandId commandId() {
        return CommandId.CANCEL_SM_RESP;
    }
}
