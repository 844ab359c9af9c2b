package org.smppra.pdu;

import java.util.List;
import org.smppra.message.Tlvs;

/** SMPP 3.4 section 4.5.2 (submit_multi_resp): the id, and the destinations it was refused for. */
public record SubmitMultiResp(String messageId, List<UnsuccessSme> unsuccessful, Tlvs tlvs) implements Pdu {
    public SubmitMultiResp {
        unsuccessful = List.copyOf(unsuccessful);
    }

    @Override
    public CommandId commandId() {
        return CommandId.SUBMIT_MULTI_RESP;
    }
}
