package org.smppra.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * An accepted socket, with TLS over it where that is spoken. The plain socket underneath is the one that is closed:
 * closing the upper one waits for a write that goes on.
 *
 * @param layered what is read and written
 */
record ClientSocket(Socket plain, Socket layered, String remote) {
    static ClientSocket of(Socket plain, @Nullable TlsMaterial tls) throws IOException {
        plain.setTcpNoDelay(true);
        plain.setKeepAlive(true);
        InetSocketAddress peer = (InetSocketAddress) plain.getRemoteSocketAddress();
        String remote = hostAndPort(peer.getAddress(), peer.getPort());
        if (tls == null) {
            return new ClientSocket(plain, plain, remote);
        }
        SSLSocket layered = (SSLSocket) tls.context()
                .getSocketFactory()
                .createSocket(plain, peer.getAddress().getHostAddress(), peer.getPort(), false);
        layered.setUseClientMode(false);
        return new ClientSocket(plain, layered, remote);
    }

    /** IPv6 in brackets. */
    static String hostAndPort(InetAddress address, int port) {
        String host = address.getHostAddress();
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }

    boolean isTls() {
        return plain != layered;
    }

    void resetOnClose() {
        try {
            plain.setSoLinger(true, 0);
        } catch (IOException e) {
            // Closed already.
        }
    }

    void close() {
        try {
            plain.close();
        } catch (IOException e) {
            // It is gone, which was wanted.
        }
    }
}
