package org.smppra.it.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** An SMSC of octets: a script does with each connection what it likes, also what no SMSC should. */
final class RawPeer implements AutoCloseable {
    /** What is done with one connection, on a thread of its own; when it returns, the connection is closed. */
    interface Script {
        void play(RawConnection connection) throws Exception;
    }

    /** How a connection is encrypted, if it is. */
    interface Encryption {
        Socket over(Socket plain) throws IOException;
    }

    private final ServerSocket listener;
    private final Encryption encryption;
    private final Script script;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    RawPeer(Script script) {
        this(plain -> plain, script);
    }

    RawPeer(Encryption encryption, Script script) {
        this.encryption = encryption;
        this.script = script;
        try {
            listener = new ServerSocket();
            listener.setReceiveBufferSize(16 * 1024); // so that it is soon full where nobody reads
            listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** TLS from the first octet, with the keys of this context. */
    static Encryption tls(SSLContext context) {
        return plain -> {
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, null, true);
            socket.setUseClientMode(false);
            return socket;
        };
    }

    String address() {
        return "127.0.0.1:" + port();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Connections that were made so far. */
    int accepted() {
        return accepted.get();
    }

    /** Connections whose script has not ended. */
    int open() {
        return open.size();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "raw-peer");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                int number = accepted.incrementAndGet();
                start(() -> play(socket, number));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void play(Socket plain, int number) {
        try (plain) {
            plain.setTcpNoDelay(true);
            script.play(new RawConnection(number, plain, encryption.over(plain), closed));
        } catch (IOException e) {
            // the other side ended it, or the test did
        } catch (Exception | Error e) {
            failure.compareAndSet(null, e);
        } finally {
            open.remove(plain);
        }
    }

    /** @throws AssertionError if a script failed */
    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Throwable first = failure.get();
        if (first != null) {
            throw new AssertionError("a script failed", first);
        }
    }
}
