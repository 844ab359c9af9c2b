package org.smppra.benchmark;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.pdu.Envelope;

/** What the machine allows: the same octets in one write, the answers in as few reads as they come. No protocol. */
final class SocketClient implements Client {
    /** Header, ten digits, NUL. */
    static final int ANSWER = 27;

    private static final int ID_AT = 16;

    private final Socket socket;
    private final DataInputStream in;
    private final PduOutput out = new PduOutput(64 * 1024);
    private final byte[] answers = new byte[ANSWER * Sample.WINDOW];
    private int filled;

    SocketClient(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
    }

    @Override
    public Shape fit(Shape wanted) {
        return new Shape(1, wanted.window());
    }

    @Override
    public String submit() throws IOException {
        return submitAll(1).get(0);
    }

    @Override
    public List<String> submitAll(int count) throws IOException {
        if (filled != count) {
            fill(count);
        }
        out.writeTo(socket.getOutputStream());
        in.readFully(answers, 0, count * ANSWER);
        List<String> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(new String(answers, i * ANSWER + ID_AT, 10, StandardCharsets.ISO_8859_1));
        }
        return ids;
    }

    private void fill(int count) {
        out.clear();
        for (int i = 1; i <= count; i++) {
            Codec.encode(Envelope.request(i, Sample.request()), out);
        }
        filled = count;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
