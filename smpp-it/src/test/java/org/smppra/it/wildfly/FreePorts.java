package org.smppra.it.wildfly;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Finds a port offset at which all of WildFly's ports are free, before Arquillian reads its configuration. */
public final class FreePorts implements LauncherSessionListener {
    private static final int MANAGEMENT = 9990;
    /** WildFly's own, and those of the provider beside it. */
    private static final int[] TAKEN = {MANAGEMENT, 8080, 8443, 8009, 3528, 3529, 4712, 4713, 9993, 2775, 2776};

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        int offset = offsetAbove(900);
        System.setProperty("it.portOffset", String.valueOf(offset));
        System.setProperty("it.managementPort", String.valueOf(MANAGEMENT + offset));
    }

    /** One for another server: no port of it is taken, now. */
    public static int offsetAbove(int other) {
        return IntStream.iterate(other + 100, from -> from + 100)
                .limit(200)
                .filter(FreePorts::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no offset with free ports for WildFly"));
    }

    private static boolean isFree(int offset) {
        return IntStream.of(TAKEN).allMatch(port -> canBind(port + offset));
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
