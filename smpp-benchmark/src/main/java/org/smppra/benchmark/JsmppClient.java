package org.smppra.benchmark;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;

/** jSMPP with its defaults, but without Nagle's delay; its only way to keep N requests under way is N threads. */
final class JsmppClient implements Client {
    private static final NumberingPlanIndicator NPI = NumberingPlanIndicator.ISDN;
    private static final TypeOfNumber TON = TypeOfNumber.INTERNATIONAL;

    private final SMPPSession session = new SMPPSession(JsmppClient::withoutDelay);
    private final byte[] text = Sample.TEXT.getBytes(StandardCharsets.ISO_8859_1);

    JsmppClient(int port) throws IOException {
        session.setTransactionTimer(10_000);
        session.connectAndBind(
                "127.0.0.1",
                port,
                new BindParameter(
                        BindType.BIND_TRX,
                        Sample.SYSTEM_ID,
                        Sample.PASSWORD,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        ""));
    }

    private static Connection withoutDelay(String host, int port) throws IOException {
        Socket socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        return new SocketConnection(socket);
    }

    @Override
    public Shape fit(Shape wanted) {
        return new Shape(wanted.window(), 1);
    }

    @Override
    public String submit() throws Exception {
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
                        new RegisteredDelivery(0),
                        (byte) 0,
                        new RawDataCoding((byte) 0),
                        (byte) 0,
                        text)
                .getMessageId();
    }

    @Override
    public List<String> submitAll(int count) throws Exception {
        List<String> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(submit());
        }
        return ids;
    }

    @Override
    public void close() {
        session.unbindAndClose();
    }
}
