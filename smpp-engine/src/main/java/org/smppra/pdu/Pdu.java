package org.smppra.pdu;

/** The body of a PDU. */
public sealed interface Pdu
        permits BindRequest,
                BindResponse,
                Outbind,
                UserMessage,
                SubmitSmResp,
                DeliverSmResp,
                DataSmResp,
                SubmitMulti,
                SubmitMultiResp,
                QuerySm,
                QuerySmResp,
                CancelSm,
                CancelSmResp,
                ReplaceSm,
                ReplaceSmResp,
                AlertNotification,
                Unbind,
                UnbindResp,
                EnquireLink,
                EnquireLinkResp,
                GenericNack {
    CommandId commandId();
}
