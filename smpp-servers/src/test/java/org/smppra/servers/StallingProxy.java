package org.smppra.servers;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a server and its database. A statement that it was told to stall reaches the database never: its
 * connection hangs, until it is cut.
 */
final class StallingProxy implements AutoCloseable {
    private final ServerSocket socket;
    private final int database;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Socket> hanging = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String statement;
    private volatile CountDownLatch stalled = new CountDownLatch(1);

    StallingProxy(int database) throws IOException {
        this.database = database;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon("accepts", this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The next connection with this in a statement hangs. */
    void stall(String part) {
        stalled = new CountDownLatch(1);
        statement = part;
    }

    void awaitStalled() throws InterruptedException {
        if (!stalled.await(1, TimeUnit.MINUTES)) {
            throw new AssertionError("nobody sent " + statement);
        }
    }

    /** Cuts all connections, those that hang too; new ones are as any other. */
    void cut() throws IOException {
        statement = null;
        for (Socket each : open) {
            each.close();
        }
    }

    /** Cuts those that hang, which fail, and stalls nothing more; the others go on. */
    void cutHanging() throws IOException {
        statement = null;
        for (Socket each : hanging) {
            each.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                connect(socket.accept());
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    /** A database that refuses is a connection that is closed, as for any other client. */
    private void connect(Socket server) throws IOException {
        Socket postgres;
        try {
            postgres = new Socket(InetAddress.getLoopbackAddress(), database);
        } catch (IOException e) {
            server.close();
            return;
        }
        open.add(server);
        open.add(postgres);
        daemon("to the database", () -> copy(server, postgres, true));
        daemon("from the database", () -> copy(postgres, server, false));
    }

    private void copy(Socket from, Socket to, boolean statements) {
        try (Closeable ignored = () -> forget(from, to)) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] octets = new byte[16_384];
            for (int count = in.read(octets); count >= 0; count = in.read(octets)) {
                if (statements && isStalled(octets, count)) {
                    hanging.add(from);
                    stalled.countDown();
                    // What comes behind it is held too; the read ends when the connection is cut.
                    while (in.read(octets) >= 0) {}
                    return;
                }
                out.write(octets, 0, count);
            }
        } catch (IOException e) {
            // The other end has gone, or the connection was cut.
        }
    }

    /** A statement of the driver is one write, and short. */
    private boolean isStalled(byte[] octets, int count) {
        String part = statement;
        if (part == null || !new String(octets, 0, count, StandardCharsets.ISO_8859_1).contains(part)) {
            return false;
        }
        statement = null;
        return true;
    }

    private void forget(Socket from, Socket to) throws IOException {
        open.remove(from);
        open.remove(to);
        hanging.remove(from);
        from.close();
        to.close();
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, "database proxy " + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        cut();
    }
}
