package org.smppra.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every port the demo listens on, and who wants it. */
final class Ports {
    static final int PAGE = 8080;
    static final int SIMULATOR_A = 2775;
    static final int SIMULATOR_B = 2776;
    static final int SIMULATOR_A_TLS = 8775;
    static final int SIMULATOR_B_TLS = 8776;
    static final int SIMULATOR_PAGE = 8025;

    private final Map<Integer, String> wanted = new LinkedHashMap<>();
    private final int offset;

    Ports(int offset) {
        this.offset = offset;
    }

    /** What standalone-full.xml opens. */
    Ports ofServer() {
        return want(PAGE, "WildFly (http)")
                .want(8443, "WildFly (https)")
                .want(9990, "WildFly (management)")
                .want(3528, "WildFly (iiop)");
    }

    Ports ofSimulator() {
        return want(SIMULATOR_A, "the simulator (host a)")
                .want(SIMULATOR_B, "the simulator (host b)")
                .want(SIMULATOR_A_TLS, "the simulator (host a, TLS)")
                .want(SIMULATOR_B_TLS, "the simulator (host b, TLS)")
                .want(SIMULATOR_PAGE, "the simulator (its page)");
    }

    Ports want(int port, String who) {
        wanted.put(port + offset, who);
        return this;
    }

    void mustBeFree() throws DemoException {
        StringBuilder taken = new StringBuilder();
        wanted.forEach((port, who) -> {
            if (!isFree(port)) {
                taken.append(taken.isEmpty() ? "" : ", ")
                        .append(port)
                        .append(" for ")
                        .append(who);
            }
        });
        if (!taken.isEmpty()) {
            throw new DemoException("A port is in use: " + taken + ". End the program that listens there, or move all"
                    + " ports of the demo: mvn -Pdemo -Dsmpp.demo.portOffset=" + (offset + 100));
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
