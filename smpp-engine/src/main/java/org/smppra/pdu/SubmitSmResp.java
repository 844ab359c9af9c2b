package org.smppra.pdu;

import org.smppra.message.Tlvs;

/** SMPP 3.4 section 4.4.2 (submit_sm_resp). The messageId is empty where the answer came without a body. */
public record SubmitSmResp(String messageId, Tlvs tlvs) implements Pdu {
    @Override
    public CommandId commandId() {
        return CommandId.SUBMIT_SM_RESP;
    }
}
