package org.smppra.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/** One connection of the responder: one write a read, whatever number of PDUs came. SMPP 3.4 section 5.1.2.1. */
final class Answering {
    private static final int SUBMIT_SM = 4;
    private static final int UNBIND = 6;
    private static final int RESPONSE = 0x80000000;

    private final AtomicLong ids;
    private final AtomicLong octets;
    private final ByteBuffer in = ByteBuffer.allocate(64 * 1024);
    private final ByteBuffer out = ByteBuffer.allocate(256 * 1024);
    private boolean unbound;

    Answering(AtomicLong ids, AtomicLong octets) {
        this.ids = ids;
        this.octets = octets;
    }

    void run(InputStream from, OutputStream to) throws IOException {
        while (!unbound) {
            int read = from.read(in.array(), in.position(), in.remaining());
            if (read < 0) {
                return;
            }
            in.position(in.position() + read).flip();
            while (in.remaining() >= 4 && in.remaining() >= in.getInt(in.position())) {
                answer(in.getInt(in.position()));
            }
            in.compact();
            to.write(out.array(), 0, out.position());
            out.clear();
        }
    }

    private void answer(int length) {
        int start = in.position();
        int command = in.getInt(start + 4);
        in.position(start + length);
        if (command < 0) {
            return; // an answer to nothing
        }
        int at = out.position();
        out.putInt(0).putInt(command | RESPONSE).putInt(0).putInt(in.getInt(start + 12));
        switch (command) {
            case SUBMIT_SM -> id(length);
            case 1, 2, 9 -> out.put((byte) 0); // bind_receiver, bind_transmitter, bind_transceiver: no system_id
            default -> unbound |= command == UNBIND;
        }
        out.putInt(at, out.position() - at);
    }

    private void id(int length) {
        octets.addAndGet(length);
        long id = ids.getAndIncrement();
        for (long unit = 1_000_000_000; unit > 0; unit /= 10) {
            out.put((byte) ('0' + id / unit % 10));
        }
        out.put((byte) 0);
    }
}
