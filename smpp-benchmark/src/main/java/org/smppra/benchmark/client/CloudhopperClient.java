package org.smppra.benchmark.client;

import com.cloudhopper.smpp.SmppBindType;
import com.cloudhopper.smpp.SmppSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppClient;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.ssl.SslConfiguration;
import com.cloudhopper.smpp.type.Address;
import com.cloudhopper.smpp.type.SmppInvalidArgumentException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.netty.bootstrap.ClientBootstrap;
import org.smppra.benchmark.scenario.Sample;

/** Cloudhopper. A PDU of its carries its sequence number, so that each submit needs a new one. */
final class CloudhopperClient implements SyncClient, AsyncClient {
    /** How it is set up. */
    enum Settings {
        /** Without Nagle's delay, its logging switched off. */
        BEST,
        /** Nothing set but the window. */
        AS_SHIPPED
    }

    private static final long TIMEOUT_MILLIS = 10_000;

    private final ExecutorService executor = Executors.newCachedThreadPool(Threads::daemon);
    private final List<SmppSession> sessions = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final DefaultSmppClient client;
    private final Address from = new Address((byte) 1, (byte) 1, Sample.FROM);
    private final Address to = new Address((byte) 1, (byte) 1, Sample.TO);
    private final byte registered;
    private final byte[] text = Sample.TEXT.getBytes(StandardCharsets.ISO_8859_1);

    CloudhopperClient(Bind bind, Settings settings) throws Exception {
        registered = (byte) (bind.receipts() ? 1 : 0);
        client = new HandshakingClient(executor, bind.ports().size());
        if (settings == Settings.BEST) {
            bootstrap(client).setOption("tcpNoDelay", true);
        }
        for (int port : bind.ports()) {
            sessions.add(client.bind(configuration(bind, port, settings), new CloudhopperListener(bind.received())));
        }
        if (bind.systemId().startsWith("r")) {
            submit();
        }
    }

    /** It has no setting for TCP_NODELAY. */
    private static ClientBootstrap bootstrap(DefaultSmppClient client) throws ReflectiveOperationException {
        Field field = DefaultSmppClient.class.getDeclaredField("clientBootstrap");
        field.setAccessible(true);
        return (ClientBootstrap) field.get(client);
    }

    private static SmppSessionConfiguration configuration(Bind bind, int port, Settings settings) {
        SmppSessionConfiguration configuration =
                new SmppSessionConfiguration(SmppBindType.TRANSCEIVER, bind.systemId(), Sample.PASSWORD);
        configuration.setHost(Bind.HOST);
        configuration.setPort(port);
        configuration.setWindowSize(bind.window());
        if (settings == Settings.BEST) {
            configuration.getLoggingOptions().setLogPdu(false);
            configuration.getLoggingOptions().setLogBytes(false);
            configuration.setCountersEnabled(false);
            configuration.setWindowMonitorInterval(-1);
        }
        if (bind.tls() != null) {
            SslConfiguration tls = new SslConfiguration();
            tls.setTrustAll(true);
            tls.setProtocol("TLS");
            tls.setIncludeProtocols("TLSv1.3");
            configuration.setUseSsl(true);
            configuration.setSslConfiguration(tls);
        }
        return configuration;
    }

    private SmppSession session() {
        return sessions.size() == 1
                ? sessions.get(0)
                : sessions.get(Math.floorMod(turn.getAndIncrement(), sessions.size()));
    }

    private SubmitSm request() throws SmppInvalidArgumentException {
        SubmitSm request = new SubmitSm();
        request.setSourceAddress(from);
        request.setDestAddress(to);
        request.setRegisteredDelivery(registered);
        request.setShortMessage(text);
        return request;
    }

    @Override
    public String submit() throws Exception {
        return session().submit(request(), TIMEOUT_MILLIS).getMessageId();
    }

    @Override
    public Submission prepare(Consumer<String> answered) {
        return () -> {
            SubmitSm request = request();
            request.setReferenceObject(answered);
            session().sendRequestPdu(request, TIMEOUT_MILLIS, false);
        };
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        for (SmppSession session : sessions) {
            session.unbind(1000);
            session.destroy();
        }
        client.destroy();
        executor.shutdownNow();
    }
}
