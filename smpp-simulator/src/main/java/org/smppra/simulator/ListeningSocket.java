package org.smppra.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A socket that accepts clients until it is closed, in a thread of its own. */
final class ListeningSocket {
    /** Called for each client; must not block. */
    interface Door {
        void enter(ListeningSocket through, Socket client);
    }

    private static final int BACKLOG = 1024;
    private static final int LOWEST_FREE = 10_240;
    private static final int HIGHEST_FREE = 32_767;
    private static final int ATTEMPTS = 100;
    /** Takes process identifiers that are close to each other far apart. */
    private static final int SPREAD = 13_921;

    private static final AtomicInteger NEXT_FREE =
            new AtomicInteger((int) (ProcessHandle.current().pid() * SPREAD % (HIGHEST_FREE - LOWEST_FREE)));
    private static final long JOIN_MILLIS = 2_000;
    private static final long PAUSE_NANOS = 50_000_000;

    private final ServerSocket socket;
    private final boolean tls;
    private @Nullable Thread thread;

    private ListeningSocket(ServerSocket socket, boolean tls) {
        this.socket = socket;
        this.tls = tls;
    }

    static ListeningSocket open(InetAddress address, int port, boolean tls) throws IOException {
        return new ListeningSocket(port == HostPorts.ANY_FREE ? onFreePort(address) : on(address, port), tls);
    }

    private static ServerSocket on(InetAddress address, int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port), BACKLOG);
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Below the ports that systems give to clients. The port must still be free when a stopped host starts again, and a
     * client that tries to reconnect meanwhile could be given that very port, and would even be connected to itself. No port
     * comes again soon, and each JVM begins elsewhere, so that the simulators beside this one leave it alone as well.
     */
    private static ServerSocket onFreePort(InetAddress address) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                int next = Math.floorMod(NEXT_FREE.getAndIncrement(), HIGHEST_FREE - LOWEST_FREE);
                return on(address, LOWEST_FREE + next);
            } catch (IOException e) {
                // Taken: the next one.
            }
        }
        return on(address, HostPorts.ANY_FREE);
    }

    int port() {
        return socket.getLocalPort();
    }

    boolean isTls() {
        return tls;
    }

    void start(String threadName, Door door) {
        thread = new Thread(() -> accept(door), threadName);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(Door door) {
        while (!socket.isClosed()) {
            try {
                door.enter(this, socket.accept());
            } catch (IOException e) {
                // Closed, or no file descriptor left: the latter may pass.
                if (!socket.isClosed()) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }

    /** Returns when the port is free: as long as a thread stands in accept, the system keeps it. */
    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone, which was wanted.
        }
        if (thread != null) {
            try {
                thread.join(JOIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
