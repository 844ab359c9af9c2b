package org.smppra.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;
import org.smppra.pdu.CommandId;

/** One of the gateway's hosts: can be stopped gracefully, killed, and started again on the same ports. */
public final class SimulatedHost {
    private static final Duration MAINTENANCE = Duration.ofSeconds(5);

    private final String name;
    private final InetAddress address;
    private final Gateway gateway;
    private final @Nullable ServerSocketFactory tls;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final List<ServerSocket> listeners = new ArrayList<>();
    private int port;
    private int tlsPort;

    SimulatedHost(
            String name,
            InetAddress address,
            int port,
            int tlsPort,
            @Nullable ServerSocketFactory tls,
            Gateway gateway) {
        this.name = name;
        this.address = address;
        this.port = port;
        this.tlsPort = tlsPort;
        this.tls = tls;
        this.gateway = gateway;
    }

    public String name() {
        return name;
    }

    /** The plain port, also when another free one was asked for. */
    public synchronized int port() {
        return port;
    }

    public synchronized int tlsPort() {
        return tlsPort;
    }

    /** Such as {@code 127.0.0.1:2775}. */
    public String address() {
        return address.getHostAddress() + ":" + port();
    }

    public String tlsAddress() {
        return address.getHostAddress() + ":" + tlsPort();
    }

    public synchronized boolean isListening() {
        return !listeners.isEmpty();
    }

    /** Connections that are open, bound or not. */
    public int connections() {
        return connections.size();
    }

    public List<BindView> binds() {
        List<BindView> binds = new ArrayList<>();
        for (Connection connection : connections) {
            CommandId bind = connection.bind();
            if (bind != null) {
                int inFlight = gateway.reports().inFlightOf(connection);
                binds.add(new BindView(connection.systemId(), bind, connection.remoteAddress(), inFlight));
            }
        }
        return binds;
    }

    /** Listens; on the same ports as before. Does nothing if it does. */
    public synchronized void start() {
        if (!listeners.isEmpty()) {
            return;
        }
        try {
            port = listen(ServerSocketFactory.getDefault(), port, "port");
            if (tls != null && tlsPort >= 0) {
                tlsPort = listen(tls, tlsPort, "TLS port");
            }
        } catch (IOException e) {
            closeListeners();
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private int listen(ServerSocketFactory factory, int wanted, String what) throws IOException {
        if (wanted < 0) {
            return wanted;
        }
        ServerSocket listener = factory.createServerSocket();
        listener.setReuseAddress(true);
        try {
            listener.bind(new InetSocketAddress(address, wanted), 1024);
        } catch (IOException e) {
            listener.close();
            throw new IOException("host " + name + ": " + what + " " + wanted + " is in use", e);
        }
        listeners.add(listener);
        gateway.thread("listener " + name, () -> accept(listener)).start();
        return listener.getLocalPort();
    }

    private void accept(ServerSocket listener) {
        while (true) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                Connection connection = new Connection(socket, this, gateway);
                if (!admit(connection, listener)) {
                    connection.abort(true);
                    return;
                }
                connection.start();
            } catch (IOException e) {
                if (listener.isClosed()) {
                    return;
                }
            }
        }
    }

    /** Not one that was accepted while the host went down. */
    private synchronized boolean admit(Connection connection, ServerSocket listener) {
        return listeners.contains(listener) && connections.add(connection);
    }

    void closed(Connection connection) {
        connections.remove(connection);
        gateway.changes().happened();
    }

    void tick(long now) {
        connections.forEach(connection -> connection.tick(now));
    }

    /** As in maintenance: listens no more, asks every session to unbind, answers what still comes, then closes. */
    public void stop() {
        closeListeners();
        connections.forEach(Connection::unbind);
        gateway.changes().await(connections::isEmpty, MAINTENANCE);
        connections.forEach(connection -> connection.abort(false));
        gateway.changes().await(connections::isEmpty, MAINTENANCE);
    }

    /** As when the power fails: every connection is reset, in whatever it was doing. */
    public void kill() {
        closeListeners();
        connections.forEach(connection -> connection.abort(true));
        gateway.changes().await(connections::isEmpty, MAINTENANCE);
    }

    private synchronized void closeListeners() {
        for (ServerSocket listener : listeners) {
            try {
                listener.close();
            } catch (IOException e) {
                // it is closed all the same
            }
        }
        listeners.clear();
    }
}
