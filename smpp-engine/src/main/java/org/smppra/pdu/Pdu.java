package org.smppra.pdu;

/** The body of a PDU. */
public sealed interface Pdu
        permits BindRequest,
                BindResponse,
                MessagePdu,
                SubmitSmResp,
                DeliverSmResp,
                Unbind,
                UnbindResp,
                EnquireLink,
                EnquireLinkResp,
                GenericNack {
    CommandId commandId();
}
