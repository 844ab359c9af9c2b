package org.smppra.servers;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports that are free now, and will be when a server that was stopped starts again: they are below those that the system
 * gives to clients, no two of them are the same, and each JVM begins elsewhere.
 */
public final class FreePorts {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    /** Takes process identifiers that are close to each other far apart. */
    private static final int SPREAD = 7_417;

    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * SPREAD % (HIGHEST - LOWEST)));

    private FreePorts() {}

    public static int one() throws IOException {
        for (int i = LOWEST; i < HIGHEST; i++) {
            int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), HIGHEST - LOWEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("no port is free");
    }

    public static List<Integer> some(int count) throws IOException {
        List<Integer> ports = new ArrayList<>();
        while (ports.size() < count) {
            ports.add(one());
        }
        return ports;
    }

    /** At every address of the machine. */
    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException inUse) {
            return false;
        }
    }
}
