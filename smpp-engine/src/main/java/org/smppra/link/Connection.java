package org.smppra.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection, with TLS over it or not. The plain socket below stays at hand: closing it ends a blocked write,
 * which closing the TLS socket would wait for.
 */
final class Connection {
    private final Socket plain;
    private final Socket socket;

    private Connection(Socket plain, Socket socket) {
        this.plain = plain;
        this.socket = socket;
    }

    /**
     * Resolves the name anew and tries every address.
     *
     * @param timeoutMillis for each address, and again for the TLS handshake
     * @param opened told of the plain socket before anything blocks on it, so that it can be closed from outside
     */
    static Connection open(HostAddress host, @Nullable TlsSettings tls, int timeoutMillis, Consumer<Socket> opened)
            throws IOException {
        Socket plain = connect(host, timeoutMillis, opened);
        try {
            return new Connection(plain, tls == null ? plain : encrypt(plain, host, tls, timeoutMillis));
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private static Socket connect(HostAddress host, int timeoutMillis, Consumer<Socket> opened) throws IOException {
        IOException failure = null;
        for (InetAddress address : InetAddress.getAllByName(host.host())) {
            Socket socket = new Socket();
            opened.accept(socket);
            try {
                socket.setTcpNoDelay(true);
                socket.setKeepAlive(true);
                socket.connect(new InetSocketAddress(address, host.port()), timeoutMillis);
                return socket;
            } catch (IOException e) {
                socket.close();
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        throw failure != null ? failure : new IOException(host + " has no address");
    }

    private static SSLSocket encrypt(Socket plain, HostAddress host, TlsSettings tls, int timeoutMillis)
            throws IOException {
        SSLSocket socket = (SSLSocket)
                TlsContexts.create(tls).getSocketFactory().createSocket(plain, host.host(), host.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        if (tls.verifyHostname()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        socket.setSSLParameters(parameters);
        plain.setSoTimeout(timeoutMillis);
        socket.startHandshake();
        plain.setSoTimeout(0);
        return socket;
    }

    InputStream input() throws IOException {
        return socket.getInputStream();
    }

    OutputStream output() throws IOException {
        return socket.getOutputStream();
    }

    /** Says that nothing more will be written; what was written still arrives. */
    void finishOutput() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            abort();
        }
    }

    /** Ends every blocked read and write at once. */
    void abort() {
        abort(plain);
    }

    static void abort(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed all the same
        }
    }
}
