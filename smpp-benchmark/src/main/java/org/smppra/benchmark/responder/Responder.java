package org.smppra.benchmark.responder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/** Answers and sends receipts, nothing else. One thread a connection. */
public final class Responder implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger prefixes = new AtomicInteger(100_000);
    private final Counts counts = new Counts();

    /** @param tls null: no encryption */
    public Responder(@Nullable SSLContext tls) throws IOException {
        server = tls == null ? new ServerSocket() : encrypted(tls);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        daemon(this::accept);
    }

    private static ServerSocket encrypted(SSLContext tls) throws IOException {
        SSLServerSocket socket = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket();
        socket.setEnabledProtocols(new String[] {"TLSv1.3"});
        return socket;
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many submit_sm were answered. */
    public long submits() {
        return counts.submits();
    }

    /** The octets of all submit_sm. */
    public long octets() {
        return counts.octets();
    }

    /** How many deliver_sm were accepted. */
    public long acknowledged() {
        return counts.acknowledged();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Answering(new MessageIds(prefixes), counts).run(socket.getInputStream(), socket.getOutputStream());
        } catch (IOException e) {
            // the client is gone
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
