package org.smppra.it.foreign;

import com.cloudhopper.commons.util.windowing.WindowFuture;
import com.cloudhopper.smpp.SmppBindType;
import com.cloudhopper.smpp.SmppSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppClient;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.CancelSm;
import com.cloudhopper.smpp.pdu.DataSm;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.EnquireLink;
import com.cloudhopper.smpp.pdu.GenericNack;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.QuerySm;
import com.cloudhopper.smpp.pdu.ReplaceSm;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import com.cloudhopper.smpp.type.SmppBindException;
import com.cloudhopper.smpp.util.SmppUtil;
import java.util.Map;
import java.util.concurrent.Callable;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.SubmitSm;

/** Cloudhopper's client, on Netty. */
final class CloudhopperEsme extends ForeignEsme {
    private static final long PATIENCE = 20_000;

    private final DefaultSmppClient client = new DefaultSmppClient();
    private final SmppSession session;

    CloudhopperEsme(CommandId bind, String address, String password) throws Exception {
        SmppSessionConfiguration settings = new SmppSessionConfiguration();
        int colon = address.lastIndexOf(':');
        settings.setHost(address.substring(0, colon));
        settings.setPort(Integer.parseInt(address.substring(colon + 1)));
        settings.setSystemId("shop");
        settings.setPassword(password);
        settings.setType(
                switch (bind) {
                    case BIND_TRANSMITTER -> SmppBindType.TRANSMITTER;
                    case BIND_RECEIVER -> SmppBindType.RECEIVER;
                    default -> SmppBindType.TRANSCEIVER;
                });
        try {
            session = client.bind(settings, new Receiver());
        } catch (SmppBindException e) {
            client.destroy();
            throw new RefusedException(e.getBindResponse().getCommandStatus());
        }
    }

    @Override
    String submit(SubmitSm message) throws Exception {
        SubmitSmResp answer =
                session.submit(CloudhopperFields.fill(new com.cloudhopper.smpp.pdu.SubmitSm(), message), PATIENCE);
        if (answer.getCommandStatus() != 0) {
            throw new RefusedException(answer.getCommandStatus());
        }
        return answer.getMessageId();
    }

    @Override
    void enquireLink() throws Exception {
        session.enquireLink(new EnquireLink(), PATIENCE);
    }

    @Override
    Map<String, Callable<CommandStatus>> beyondTheProvider() {
        // submit_multi is not among its PDUs.
        return Map.of(
                "query_sm", nack(new QuerySm()),
                "cancel_sm", nack(new CancelSm()),
                "replace_sm", nack(new ReplaceSm()),
                "data_sm", nack(new DataSm()));
    }

    private Callable<CommandStatus> nack(PduRequest<?> request) {
        return () -> {
            WindowFuture<Integer, PduRequest, PduResponse> answer = session.sendRequestPdu(request, PATIENCE, true);
            if (!answer.await(PATIENCE) || !(answer.getResponse() instanceof GenericNack nack)) {
                throw new AssertionError("not answered with generic_nack");
            }
            return CommandStatus.of(nack.getCommandStatus());
        };
    }

    @Override
    int interfaceVersion() {
        return session.getInterfaceVersion();
    }

    @Override
    void unbind() {
        session.unbind(PATIENCE);
    }

    @Override
    boolean isBound() {
        return session.isBound();
    }

    @Override
    public void close() {
        session.destroy();
        client.destroy();
    }

    private final class Receiver extends DefaultSmppSessionHandler {
        @Override
        public PduResponse firePduRequestReceived(PduRequest request) {
            if (request instanceof DeliverSm message) {
                if (SmppUtil.isMessageTypeSmscDeliveryReceipt(message.getEsmClass())) {
                    take(CloudhopperFields.receipt(message));
                }
                take(CloudhopperFields.deliverSm(message));
            }
            return request.createResponse();
        }
    }
}
