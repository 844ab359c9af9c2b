package org.smppra.servers.wildfly;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

/** What is added to each of a server's ports, so that none of them is in use. */
record PortOffset(int value) {
    private static final int[] PORTS = {8080, 8443, 9990, 9993, 3528, 3529, 8009, 4712, 4713};
    /** With it all ports are below those that clients are given. */
    private static final int MOST = 10_000;

    static PortOffset free() throws IOException {
        Random random = new Random();
        for (int attempt = 0; attempt < 100; attempt++) {
            PortOffset offset = new PortOffset(random.nextInt(1_000, MOST));
            if (offset.isFree()) {
                return offset;
            }
        }
        throw new IOException("no free ports for WildFly");
    }

    int http() {
        return 8080 + value;
    }

    int management() {
        return 9990 + value;
    }

    private boolean isFree() {
        for (int port : PORTS) {
            try (ServerSocket socket = new ServerSocket(port + value, 1, InetAddress.getLoopbackAddress())) {
                socket.getLocalPort();
            } catch (IOException inUse) {
                return false;
            }
        }
        return true;
    }
}
