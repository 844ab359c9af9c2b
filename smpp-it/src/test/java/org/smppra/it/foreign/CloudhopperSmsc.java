package org.smppra.it.foreign;

import com.cloudhopper.commons.util.windowing.WindowFuture;
import com.cloudhopper.smpp.SmppServerConfiguration;
import com.cloudhopper.smpp.SmppServerHandler;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.EnquireLink;
import com.cloudhopper.smpp.pdu.Pdu;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import com.cloudhopper.smpp.type.SmppChannelException;
import com.cloudhopper.smpp.type.SmppProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.SubmitSm;

/** Cloudhopper's server, on Netty. */
final class CloudhopperSmsc extends ForeignSmsc {
    private static final long PATIENCE = 20_000;

    private final SmppServerConfiguration settings = new SmppServerConfiguration();
    private final DefaultSmppServer server;
    private final List<SmppServerSession> sessions = new CopyOnWriteArrayList<>();
    private final AtomicLong lastMessageId = new AtomicLong(2_000_000_000L);

    CloudhopperSmsc(Function<SubmitSm, CommandStatus> verdict) {
        super(verdict);
        settings.setHost("127.0.0.1");
        settings.setPort(freePort());
        settings.setSystemId("cloudhopper");
        server = new DefaultSmppServer(settings, new Door());
        try {
            server.start();
        } catch (SmppChannelException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It cannot say which port it got, so it gets one that was free a moment ago. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    String address() {
        return "127.0.0.1:" + settings.getPort();
    }

    @Override
    int sessions() {
        return (int) sessions.stream().filter(SmppServerSession::isBound).count();
    }

    @Override
    CommandStatus deliver(DeliverSm message) throws Exception {
        SmppServerSession receiving = sessions.stream()
                .filter(session ->
                        session.isBound() && session.getBindType() != com.cloudhopper.smpp.SmppBindType.TRANSMITTER)
                .findFirst()
                .orElseThrow();
        WindowFuture<Integer, PduRequest, PduResponse> answer = receiving.sendRequestPdu(
                CloudhopperFields.fill(new com.cloudhopper.smpp.pdu.DeliverSm(), message), PATIENCE, true);
        if (!answer.await(PATIENCE)) {
            throw new AssertionError("no answer to deliver_sm");
        }
        return CommandStatus.of(answer.getResponse().getCommandStatus());
    }

    @Override
    void enquireLink() throws Exception {
        for (SmppServerSession session : sessions) {
            session.enquireLink(new EnquireLink(), PATIENCE);
        }
    }

    @Override
    void unbind() {
        List<SmppServerSession> old = List.copyOf(sessions);
        sessions.removeAll(old);
        old.forEach(session -> session.unbind(PATIENCE));
    }

    @Override
    void drop() {
        List<SmppServerSession> old = List.copyOf(sessions);
        sessions.removeAll(old);
        old.forEach(SmppServerSession::close);
    }

    @Override
    public void close() {
        server.destroy();
    }

    private final class Door implements SmppServerHandler {
        @Override
        public void sessionBindRequested(Long id, SmppSessionConfiguration session, BaseBind bind)
                throws SmppProcessingException {
            BaseBind<?> asked = bind;
            count(asked.getCommandId());
            CommandStatus status = judge(CloudhopperFields.bind(asked));
            if (!status.isOk()) {
                throw new SmppProcessingException(status.value());
            }
        }

        @Override
        public void sessionCreated(Long id, SmppServerSession session, BaseBindResp answer) {
            sessions.add(session);
            session.serverReady(new Counter());
        }

        @Override
        public void sessionDestroyed(Long id, SmppServerSession session) {
            sessions.remove(session);
        }
    }

    private final class Counter extends DefaultSmppSessionHandler {
        @Override
        public boolean firePduReceived(Pdu pdu) {
            count(pdu.getCommandId());
            return true;
        }

        @Override
        public PduResponse firePduRequestReceived(PduRequest request) {
            PduResponse answer = request.createResponse();
            if (request instanceof com.cloudhopper.smpp.pdu.SubmitSm message) {
                CommandStatus status = judge(CloudhopperFields.submitSm(message));
                answer.setCommandStatus(status.value());
                if (status.isOk()) {
                    ((SubmitSmResp) answer).setMessageId(String.valueOf(lastMessageId.incrementAndGet()));
                }
            }
            return answer;
        }
    }
}
