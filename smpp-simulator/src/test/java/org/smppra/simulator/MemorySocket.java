package org.smppra.simulator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.IntSupplier;

/** A client's side without a network: all it says stands ready, in pieces, then it closes. */
final class MemorySocket extends Socket {
    private static final int PORT = 1;

    private final InputStream in;
    private final OutputOctets out = new OutputOctets();

    /** @param pieces how many octets the next read gets at most */
    MemorySocket(byte[] octets, IntSupplier pieces) {
        ByteArrayInputStream whole = new ByteArrayInputStream(octets);
        in = new InputStream() {
            @Override
            public int read() {
                return whole.read();
            }

            @Override
            public int read(byte[] target, int from, int room) {
                if (room <= 0) {
                    throw new AssertionError("a read without room never ends");
                }
                return whole.read(target, from, Math.min(room, pieces.getAsInt()));
            }
        };
    }

    /** What the simulator wrote until it closed. */
    byte[] answers() {
        return out.octets();
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT);
    }

    @Override
    public void shutdownOutput() {
        out.ended = true;
    }

    @Override
    public synchronized void close() throws IOException {
        out.ended = true;
        super.close();
    }

    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public void setKeepAlive(boolean on) {}

    @Override
    public void setSoLinger(boolean on, int linger) {}

    private static final class OutputOctets extends OutputStream {
        private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
        private volatile boolean ended;

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] more, int from, int length) throws IOException {
            if (ended) {
                throw new IOException("closed");
            }
            octets.write(more, from, length);
        }

        synchronized byte[] octets() {
            return octets.toByteArray();
        }
    }
}
