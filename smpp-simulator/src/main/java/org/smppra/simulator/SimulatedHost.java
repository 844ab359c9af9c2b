package org.smppra.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One of the two hosts. It can be stopped and started while clients send; all methods are safe in any thread. */
public final class SimulatedHost {
    private static final Duration END = Duration.ofSeconds(2);

    private final Smsc smsc;
    private final String name;
    private final InetAddress address;
    private final @Nullable TlsMaterial tls;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile List<ListeningSocket> sockets = List.of();
    private volatile int port;
    private volatile int tlsPort;

    SimulatedHost(Smsc smsc, HostPorts ports, InetAddress address, @Nullable TlsMaterial tls) {
        this.smsc = smsc;
        this.name = ports.name();
        this.address = address;
        this.tls = tls;
        this.port = ports.plain();
        this.tlsPort = tls == null ? HostPorts.NONE : ports.tls();
    }

    /** a or b. */
    public String name() {
        return name;
    }

    /** The plain port, the same after each start; -1: none. */
    public int port() {
        return port;
    }

    /** The port that speaks TLS from the first octet, the same after each start; -1: none. */
    public int tlsPort() {
        return tlsPort;
    }

    /** Such as {@code 127.0.0.1:2775}. */
    public String address() {
        return addressOf(port);
    }

    /** Such as {@code 127.0.0.1:8775}. */
    public String tlsAddress() {
        return addressOf(tlsPort);
    }

    private String addressOf(int number) {
        if (number == HostPorts.NONE) {
            throw new IllegalStateException("host " + name + " has no such port");
        }
        InetAddress reachable = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
        return ClientSocket.hostAndPort(reachable, number);
    }

    public boolean isListening() {
        return !sockets.isEmpty();
    }

    /** Sessions that are bound now, the oldest first. */
    public List<BindView> binds() {
        return connections.stream()
                .map(Connection::binding)
                .filter(Objects::nonNull)
                .map(Binding::view)
                .sorted(Comparator.comparing(BindView::boundAt))
                .toList();
    }

    /** Connections, bound or not. */
    public int connections() {
        return connections.size();
    }

    /**
     * Listens, on the same ports as before. Does nothing where it listens.
     *
     * @throws CannotListenException if a port cannot be had
     */
    public void start() {
        lock.lock();
        try {
            if (isListening()) {
                return;
            }
            List<ListeningSocket> opened = new ArrayList<>();
            try {
                port = open(port, false, opened);
                tlsPort = open(tlsPort, true, opened);
            } catch (CannotListenException e) {
                opened.forEach(ListeningSocket::close);
                throw e;
            }
            sockets = List.copyOf(opened);
            opened.forEach(socket -> socket.start("sim-" + name + "-accept-" + socket.port(), this::enter));
        } finally {
            lock.unlock();
        }
        smsc.changes().signal();
        smsc.listener().listening(this);
    }

    /**
     * Maintenance: accepts no new connection, sends unbind on every session, answers what still comes in, and closes
     * each session when its unbind_resp came or the time for it is over. Returns when all are closed.
     */
    public void stop() {
        List<Connection> old = closeDoors();
        old.forEach(Connection::requestUnbind);
        if (!awaitEnd(old, smsc.timing().unbindTimeout().plus(Timing.FINISH))) {
            old.forEach(connection -> connection.close("the host stops"));
            awaitEnd(old, END);
        }
        smsc.listener().stopped(this);
    }

    /** A crash: accepts no new connection and resets all there are, at once. Returns when they are gone. */
    public void kill() {
        List<Connection> old = closeDoors();
        old.forEach(connection -> connection.reset("the host was killed"));
        awaitEnd(old, END);
        smsc.listener().stopped(this);
    }

    void close() {
        List<Connection> old = closeDoors();
        old.forEach(connection -> connection.close("the simulator ends"));
        awaitEnd(old, END);
    }

    void sweep(long nowNanos) {
        connections.forEach(connection -> connection.sweep(nowNanos));
    }

    void ended(Connection connection) {
        connections.remove(connection);
        smsc.changes().signal();
    }

    private int open(int number, boolean withTls, List<ListeningSocket> opened) {
        if (number == HostPorts.NONE) {
            return number;
        }
        try {
            ListeningSocket socket = ListeningSocket.open(address, number, withTls);
            opened.add(socket);
            return socket.port();
        } catch (IOException e) {
            throw new CannotListenException(name, number, withTls, e);
        }
    }

    /** @return the connections there are; no more come in until the next start */
    private List<Connection> closeDoors() {
        lock.lock();
        try {
            List<ListeningSocket> old = sockets;
            sockets = List.of();
            old.forEach(ListeningSocket::close);
            return List.copyOf(connections);
        } finally {
            lock.unlock();
            smsc.changes().signal();
        }
    }

    /** Without the lock, which is held while the thread that calls this is waited for. */
    private void enter(ListeningSocket through, Socket client) {
        try {
            // Whoever closes the doors waits for this thread before it looks who is inside.
            if (!sockets.contains(through)) {
                client.close();
                return;
            }
            serve(connect(client, through.isTls()));
        } catch (IOException | RuntimeException e) {
            refuse(client, e);
        } catch (OutOfMemoryError e) {
            // No thread left: the other clients go on.
            refuse(client, e);
        }
        smsc.changes().signal();
    }

    /** Wherever the client's socket comes from. */
    Connection connect(Socket client, boolean encrypted) throws IOException {
        if (connections.size() >= Limits.CONNECTIONS) {
            throw new IOException("there are " + Limits.CONNECTIONS + " connections");
        }
        return new Connection(smsc, this, ClientSocket.of(client, encrypted ? tls : null));
    }

    private void serve(Connection connection) {
        connections.add(connection);
        boolean started = false;
        try {
            connection.start();
            started = true;
        } finally {
            if (!started) {
                connections.remove(connection);
            }
        }
    }

    private void refuse(Socket client, Throwable why) {
        smsc.listener().complaint(name, String.valueOf(client.getRemoteSocketAddress()), "cannot serve: " + why);
        try {
            client.close();
        } catch (IOException e) {
            // It is gone, which was wanted.
        }
    }

    private boolean awaitEnd(List<Connection> old, Duration timeout) {
        return smsc.changes().await(() -> Collections.disjoint(connections, old), timeout);
    }

    @Override
    public String toString() {
        return "host " + name + " (" + (isListening() ? "listening" : "stopped") + ")";
    }
}
