package org.smppra.it.foreign;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.PDUStringException;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.OptionalParameters;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.MessageId;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.SubmitSm;

/** jSMPP's server session, one a connection. */
final class JsmppSmsc extends ForeignSmsc {
    private static final int PATIENCE = 20_000;

    private final ServerSocket listener;
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private final Queue<Octets> frames = new ConcurrentLinkedQueue<>();
    private final AtomicLong lastMessageId = new AtomicLong(1_000_000_000);

    JsmppSmsc(Function<SubmitSm, CommandStatus> verdict) {
        super(verdict);
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** All PDUs that came, as they were cut. */
    List<Octets> frames() {
        return List.copyOf(frames);
    }

    @Override
    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    @Override
    int sessions() {
        return (int) sessions.stream()
                .filter(session -> session.getSessionState().isBound())
                .count();
    }

    @Override
    CommandStatus deliver(DeliverSm message) throws Exception {
        Session receiving = sessions.stream()
                .filter(session -> session.getSessionState().isReceivable())
                .findFirst()
                .orElseThrow();
        try {
            receiving.deliverShortMessage(
                    message.serviceType(),
                    JsmppFields.ton(message.source()),
                    JsmppFields.npi(message.source()),
                    message.source().value(),
                    JsmppFields.ton(message.destination()),
                    JsmppFields.npi(message.destination()),
                    message.destination().value(),
                    new ESMClass(message.esmClass()),
                    (byte) message.protocolId(),
                    (byte) message.priorityFlag(),
                    new RegisteredDelivery(message.registeredDelivery()),
                    new RawDataCoding((byte) message.dataCoding()),
                    message.shortMessage().toByteArray(),
                    JsmppFields.theirs(message.tlvs()));
            return CommandStatus.ESME_ROK;
        } catch (NegativeResponseException e) {
            return CommandStatus.of(e.getCommandStatus());
        }
    }

    @Override
    void enquireLink() throws Exception {
        for (Session session : sessions) {
            session.ask();
        }
    }

    @Override
    void unbind() {
        List<Session> old = List.copyOf(sessions);
        sessions.removeAll(old);
        old.forEach(Session::unbindAndClose);
    }

    @Override
    void drop() {
        List<Session> old = List.copyOf(sessions);
        sessions.removeAll(old);
        old.forEach(Session::close);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        drop();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "jsmpp-smsc");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                Session session = new Session(socket);
                sessions.add(session);
                start(() -> bind(session));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void bind(Session session) {
        try {
            BindRequest request = session.waitForBind(PATIENCE);
            CommandStatus status = judge(ours(request));
            if (status.isOk()) {
                request.accept("jsmpp", InterfaceVersion.IF_34);
            } else {
                sessions.remove(session);
                request.reject(status.value());
            }
        } catch (TimeoutException | IOException | PDUStringException e) {
            sessions.remove(session);
            session.close();
        }
    }

    private static org.smppra.pdu.BindRequest ours(BindRequest r) {
        BindMaker maker =
                switch (r.getBindType()) {
                    case BIND_RX -> BindReceiver::new;
                    case BIND_TX -> BindTransmitter::new;
                    case BIND_TRX -> BindTransceiver::new;
                };
        return maker.make(
                JsmppFields.text(r.getSystemId()),
                JsmppFields.text(r.getPassword()),
                JsmppFields.text(r.getSystemType()),
                r.getInterfaceVersion().value(),
                r.getAddrTon().value(),
                r.getAddrNpi().value(),
                JsmppFields.text(r.getAddressRange()));
    }

    private SubmitSmResult submitted(org.jsmpp.bean.SubmitSm message) throws ProcessRequestException {
        CommandStatus status = judge(JsmppFields.submitSm(message));
        if (!status.isOk()) {
            throw new ProcessRequestException("refused", status.value());
        }
        try {
            return new SubmitSmResult(
                    new MessageId(String.valueOf(lastMessageId.incrementAndGet())),
                    OptionalParameters.EMPTY_OPTIONAL_PARAMETERS);
        } catch (PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class CountingReader extends DefaultPDUReader {
        @Override
        public byte[] readPDU(DataInputStream in, Command header) throws IOException {
            byte[] pdu = super.readPDU(in, header);
            frames.add(Octets.of(pdu));
            count(header.getCommandId());
            return pdu;
        }
    }

    private final class Session extends SMPPServerSession {
        Session(Socket socket) throws IOException {
            super(
                    new SocketConnection(socket),
                    null,
                    new JsmppReceiver(JsmppSmsc.this::submitted),
                    null,
                    3,
                    100,
                    new SynchronizedPDUSender(new DefaultPDUSender()),
                    new CountingReader());
            setTransactionTimer(PATIENCE);
        }

        void ask() throws Exception {
            sendEnquireLink();
        }
    }
}
