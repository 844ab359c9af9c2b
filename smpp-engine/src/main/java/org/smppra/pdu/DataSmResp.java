package org.smppra.pdu;

import org.smppra.message.Tlvs;

/** SMPP 3.4 section 4.7.2 (data_sm_resp). The optional parameters say why a delivery failed. */
public record DataSmResp(String messageId, Tlvs tlvs) implements Pdu {
    @Override
    public CommandId commandId() {
        return CommandId.DATA_SM_RESP;
    }
}
