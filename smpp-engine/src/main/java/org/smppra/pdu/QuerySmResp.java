package org.smppra.pdu;

/** SMPP 3.4 section 4.8.2 (query_sm_resp). The finalDate is empty while the state is not final. */
public record QuerySmResp(String messageId, String finalDate, int messageState, int errorCode) implements Pdu {
    @Override
    public CommandId commandId() {
        return CommandId.QUERY_SM_RESP;
    }
}
