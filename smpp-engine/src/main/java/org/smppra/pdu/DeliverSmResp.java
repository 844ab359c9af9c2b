package org.smppra.pdu;

import org.smppra.message.Tlvs;

/** SMPP 3.4 section 4.6.2 (deliver_sm_resp). The messageId is empty where the answer came without a body. */
public record DeliverSmResp(String messageId, Tlvs tlvs) implements Pdu {
    @Override
    public CommandId commandId() {
        return CommandId.DELIVER_SM_RESP;
    }
}
