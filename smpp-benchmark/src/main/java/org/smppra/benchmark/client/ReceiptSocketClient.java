package org.smppra.benchmark.client;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.smppra.benchmark.scenario.Sample;

/**
 * The same as {@link SocketClient} where receipts come whenever the peer likes: looks at the header of each PDU. On one
 * bind; a batch is over when as many receipts as answers have come.
 */
final class ReceiptSocketClient implements BatchClient {
    private static final int SUBMIT_SM_RESP = 0x80000004;
    private static final int DELIVER_SM = 5;
    private static final int DELIVER_SM_RESP = 0x80000005;
    /** Header and NUL. */
    private static final int ACKNOWLEDGEMENT = 17;

    private final Bind bind;
    private final SocketBind socket;
    private final byte[] request = Sample.octets(Sample.request(true));
    private final ByteBuffer in = ByteBuffer.allocate(256 * 1024).flip();
    private ByteBuffer out = ByteBuffer.allocate(0);
    private int requests;

    ReceiptSocketClient(Bind bind) throws IOException {
        this.bind = bind;
        socket = SocketBind.open(bind, bind.ports().get(0));
    }

    /** The same count each time. With each write go the acknowledgements of the receipts that the last one brought. */
    @Override
    public List<String> submitAll(int count) throws IOException {
        if (requests == 0) {
            prepare(count);
        }
        write();
        List<String> ids = new ArrayList<>(count);
        for (int receipts = 0; ids.size() < count || receipts < count; ) {
            int at = next();
            int length = in.getInt(at);
            int command = in.getInt(at + 4);
            if (command == SUBMIT_SM_RESP) {
                ids.add(new String(in.array(), at + 16, Sample.ID, StandardCharsets.ISO_8859_1));
            } else if (command == DELIVER_SM) {
                acknowledge(in.getInt(at + 12));
                bind.received().run();
                receipts++;
            }
            in.position(at + length);
        }
        return ids;
    }

    private void prepare(int count) {
        requests = count;
        out = ByteBuffer.allocate(count * (request.length + ACKNOWLEDGEMENT));
        for (int i = 0; i < count; i++) {
            out.put(request);
        }
    }

    private void write() throws IOException {
        socket.out().write(out.array(), 0, out.position());
        out.position(requests * request.length);
    }

    private void acknowledge(int sequenceNumber) {
        out.putInt(ACKNOWLEDGEMENT)
                .putInt(DELIVER_SM_RESP)
                .putInt(0)
                .putInt(sequenceNumber)
                .put((byte) 0);
    }

    /** Where the next whole PDU begins. */
    private int next() throws IOException {
        while (in.remaining() < Integer.BYTES || in.remaining() < in.getInt(in.position())) {
            in.compact();
            int read = socket.in().read(in.array(), in.position(), in.remaining());
            if (read < 0) {
                throw new EOFException();
            }
            in.position(in.position() + read).flip();
        }
        return in.position();
    }

    @Override
    public void close() throws IOException {
        // The last acknowledgements, without requests.
        socket.out().write(out.array(), requests * request.length, out.position() - requests * request.length);
        socket.socket().close();
    }
}
