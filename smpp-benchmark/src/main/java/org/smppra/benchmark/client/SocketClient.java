package org.smppra.benchmark.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.smppra.benchmark.scenario.Sample;

/** What the machine allows: the same octets in one write, the answers in as few reads as they come. No protocol. */
final class SocketClient implements BatchClient {
    private static final int ID_AT = 16;

    private final List<SocketBind> sockets = new ArrayList<>();
    private final Bind bind;
    private final byte[] request;
    /** Octets that come for a request. */
    private final int answer;

    private byte[] requests = {};
    private byte[] answers = {};

    SocketClient(Bind bind) throws IOException {
        this.bind = bind;
        request = Sample.octets(Sample.request(bind.receipts()));
        for (int port : bind.ports()) {
            sockets.add(SocketBind.open(bind, port));
        }
        answer = bind.receipts() ? Sample.ANSWER + Sample.octets(Sample.receipt()).length : Sample.ANSWER;
    }

    @Override
    public List<String> submitAll(int count) throws IOException {
        int each = count / sockets.size();
        if (answers.length != each * answer) {
            prepare(each);
        }
        for (SocketBind socket : sockets) {
            socket.out().write(requests);
        }
        List<String> ids = new ArrayList<>(count);
        for (SocketBind socket : sockets) {
            socket.in().readFully(answers);
            for (int at = 0; at < answers.length; at += answer) {
                ids.add(new String(answers, at + ID_AT, Sample.ID, StandardCharsets.ISO_8859_1));
            }
        }
        acknowledged(count);
        return ids;
    }

    /** With each write go the acknowledgements of the receipts that the last one brought. */
    private void prepare(int count) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            octets.writeBytes(request);
        }
        if (answer > Sample.ANSWER) {
            octets.writeBytes(SocketBind.acknowledgements(count));
        }
        requests = octets.toByteArray();
        answers = new byte[count * answer];
    }

    private void acknowledged(int count) {
        if (answer > Sample.ANSWER) {
            for (int i = 0; i < count; i++) {
                bind.received().run();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketBind socket : sockets) {
            if (answer > Sample.ANSWER) {
                socket.out().write(SocketBind.acknowledgements(answers.length / answer));
            }
            socket.socket().close();
        }
    }
}
