package org.smppra.benchmark.client;

import com.cloudhopper.smpp.PduAsyncResponse;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import java.util.function.Consumer;

/** Runs on its I/O thread; what is returned is sent. */
final class CloudhopperListener extends DefaultSmppSessionHandler {
    private final Runnable received;

    CloudhopperListener(Runnable received) {
        this.received = received;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public PduResponse firePduRequestReceived(PduRequest request) {
        if (request instanceof DeliverSm) {
            received.run();
        }
        return request.createResponse();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void fireExpectedPduResponseReceived(PduAsyncResponse answer) {
        if (answer.getRequest().getReferenceObject() instanceof Consumer<?> answered) {
            String id = answer.getResponse() instanceof SubmitSmResp response ? response.getMessageId() : "";
            ((Consumer<String>) answered).accept(id == null ? "" : id);
        }
    }
}
