package org.smppra.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** A peer that costs as little as a peer can: it answers, nothing else. One thread a connection. */
final class Responder implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicLong ids = new AtomicLong(1_000_000_000);
    private final AtomicLong octets = new AtomicLong();

    Responder() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Threads.daemon(this::accept).start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many submit_sm were answered. */
    long answered() {
        return ids.get() - 1_000_000_000;
    }

    /** The octets of all submit_sm. */
    long octets() {
        return octets.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Threads.daemon(() -> serve(socket)).start();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Answering(ids, octets).run(socket.getInputStream(), socket.getOutputStream());
        } catch (IOException e) {
            // the client is gone
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
