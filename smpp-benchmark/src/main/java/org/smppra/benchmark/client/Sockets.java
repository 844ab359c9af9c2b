package org.smppra.benchmark.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Connects with TCP_NODELAY. */
final class Sockets {
    private Sockets() {}

    static Socket open(int port, @Nullable SSLContext tls) throws IOException {
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
        plain.setTcpNoDelay(true);
        if (tls == null) {
            return plain;
        }
        SSLSocket encrypted = (SSLSocket) tls.getSocketFactory().createSocket(plain, Bind.HOST, port, true);
        encrypted.setEnabledProtocols(new String[] {"TLSv1.3"});
        encrypted.startHandshake();
        return encrypted;
    }
}
