package org.smppra.benchmark.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.session.connection.socket.SocketConnectionFactory;
import org.smppra.benchmark.scenario.Sample;

/** jSMPP. Its only way to keep N requests under way is N threads. */
final class JsmppClient implements SyncClient {
    /** How it is set up. */
    enum Settings {
        /** Without Nagle's delay, the queue larger than any window. */
        BEST,
        /** Its own connection factory and queue. */
        AS_SHIPPED
    }

    private static final NumberingPlanIndicator NPI = NumberingPlanIndicator.ISDN;
    private static final TypeOfNumber TON = TypeOfNumber.INTERNATIONAL;

    private static final long TRANSACTION_MILLIS = 10_000;
    /** Its threads may wait for each other while they close; then this is how long. */
    private static final long CLOSE_MILLIS = 100;

    private final List<SMPPSession> sessions = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final RegisteredDelivery registered;
    private final byte[] text = Sample.TEXT.getBytes(StandardCharsets.ISO_8859_1);

    JsmppClient(Bind bind, Settings settings) throws Exception {
        registered = new RegisteredDelivery(bind.receipts() ? 1 : 0);
        for (int port : bind.ports()) {
            SMPPSession session = new SMPPSession(connections(bind, settings));
            session.setTransactionTimer(TRANSACTION_MILLIS);
            if (settings == Settings.BEST) {
                session.setQueueCapacity(1000);
            }
            session.setMessageReceiverListener(new JsmppReceiver(bind.received()));
            session.connectAndBind(Bind.HOST, port, parameters(bind.systemId()));
            sessions.add(session);
        }
        if (bind.systemId().startsWith("r")) {
            submit();
        }
    }

    private static ConnectionFactory connections(Bind bind, Settings settings) {
        return settings == Settings.BEST
                ? (host, port) -> new SocketConnection(Sockets.open(port, bind.tls()))
                : SocketConnectionFactory.getInstance();
    }

    private static BindParameter parameters(String systemId) {
        return new BindParameter(
                BindType.BIND_TRX,
                systemId,
                Sample.PASSWORD,
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "");
    }

    @Override
    public String submit() throws Exception {
        SMPPSession session = sessions.size() == 1
                ? sessions.get(0)
                : sessions.get(Math.floorMod(turn.getAndIncrement(), sessions.size()));
        return session.submitShortMessage(
                        "",
                        TON,
                        NPI,
                        Sample.FROM,
                        TON,
                        NPI,
                        Sample.TO,
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        registered,
                        (byte) 0,
                        new RawDataCoding((byte) 0),
                        (byte) 0,
                        text)
                .getMessageId();
    }

    @Override
    public void close() throws IOException {
        for (SMPPSession session : sessions) {
            session.setTransactionTimer(CLOSE_MILLIS);
            session.unbindAndClose();
        }
    }
}
