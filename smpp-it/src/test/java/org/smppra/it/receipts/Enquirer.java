package org.smppra.it.receipts;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.Envelope;

/**
 * Stands before a host of the provider and asks its client all the time whether it is there. The questions wait behind
 * what the host has to say, as its own would; their answers do not reach it.
 */
final class Enquirer implements AutoCloseable {
    private static final int ENQUIRE_LINK_RESP = 0x80000015;
    /** The host's own numbers begin at 1. */
    private static final int FIRST_NUMBER = 0x70000000;

    private static final long PAUSE_NANOS = 100_000_000;

    private final ServerSocket listener;
    private final IntSupplier host;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong longestNanos = new AtomicLong();

    /** @param host the port of the host, known when the first client comes */
    Enquirer(int port, IntSupplier host) {
        this.host = host;
        try {
            listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    long answers() {
        return answers.get();
    }

    /** From the wish to ask until the answer. */
    long longestMillis() {
        return longestNanos.get() / 1_000_000;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "enquirer");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                sockets.add(client);
                Socket server = new Socket(InetAddress.getLoopbackAddress(), host.getAsInt());
                sockets.add(server);
                new Connection(client, server).begin();
            } catch (IOException e) {
                // the client comes again, or the test has ended
            }
        }
    }

    private final class Connection {
        private final Socket client;
        private final Socket server;
        private final ReentrantLock toClient = new ReentrantLock();
        private final Map<Integer, Long> asked = new ConcurrentHashMap<>();

        Connection(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void begin() {
            start(() -> pass(client, server, this::isOurs));
            start(() -> pass(server, client, frame -> false));
        }

        /** Of the frames of one side, those that are not to reach the other are told by a question. */
        private void pass(Socket from, Socket to, Predicate<ByteBuffer> swallowed) {
            boolean first = true;
            try (from;
                    to;
                    DataInputStream in = new DataInputStream(new BufferedInputStream(from.getInputStream()))) {
                while (true) {
                    int length = in.readInt();
                    ByteBuffer frame = ByteBuffer.allocate(length).putInt(length);
                    in.readFully(frame.array(), Integer.BYTES, length - Integer.BYTES);
                    if (!swallowed.test(frame)) {
                        write(to, frame.array());
                    }
                    if (first && to.equals(client)) {
                        start(this::ask); // it is bound
                    }
                    first = false;
                }
            } catch (EOFException e) {
                // the end
            } catch (IOException e) {
                // a reset, which the other side gets as an end
            }
        }

        private void write(Socket to, byte[] octets) throws IOException {
            OutputStream out = to.getOutputStream();
            if (!to.equals(client)) {
                out.write(octets);
                return;
            }
            toClient.lock();
            try {
                out.write(octets);
            } finally {
                toClient.unlock();
            }
        }

        private void ask() {
            try {
                for (int number = FIRST_NUMBER; !client.isClosed(); number++) {
                    asked.put(number, System.nanoTime());
                    PduOutput question = new PduOutput(16);
                    Codec.encode(Envelope.request(number, new EnquireLink()), question);
                    ByteArrayOutputStream octets = new ByteArrayOutputStream();
                    question.writeTo(octets);
                    write(client, octets.toByteArray());
                    LockSupport.parkNanos(PAUSE_NANOS);
                    long now = System.nanoTime();
                    asked.values().forEach(at -> longestNanos.accumulateAndGet(now - at, Math::max));
                }
            } catch (IOException e) {
                // the connection ended
            }
        }

        private boolean isOurs(ByteBuffer frame) {
            if (frame.getInt(4) != ENQUIRE_LINK_RESP || frame.getInt(12) < FIRST_NUMBER) {
                return false;
            }
            Long at = asked.remove(frame.getInt(12));
            if (at != null) {
                longestNanos.accumulateAndGet(System.nanoTime() - at, Math::max);
                answers.incrementAndGet();
            }
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
