package org.smppra.pdu;

import org.smppra.message.Tlvs;

/** SMPP 3.4 section 4.1 (bind_transmitter_resp). The systemId is empty where the answer came without a body. */
public record BindTransmitterResp(String systemId, Tlvs tlvs) implements BindResponse {
    @Override
    public CommandId commandId() {
        return CommandId.BIND_TRANSMITTER_RESP;
    }
}
