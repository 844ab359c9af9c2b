package org.smppra.simulator.tool;

import java.net.InetAddress;
import java.util.Set;
import picocli.CommandLine.Option;

/** Where the status page and the JSON API are. */
final class HttpOptions {
    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "8025",
            description = "${DEFAULT-VALUE}; 0 takes a free one, -1 none.")
    private int port;

    @Option(
            names = "--http-address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Where the page listens; ${DEFAULT-VALUE}. It asks for no password: whoever reaches it "
                    + "rules the simulator.")
    private InetAddress address = InetAddress.getLoopbackAddress();

    @Option(
            names = "--http-name",
            paramLabel = "NAME",
            description = "A name of this machine that browsers may use, beside localhost; may be repeated.")
    private Set<String> names = Set.of();

    int port() {
        return port;
    }

    InetAddress address() {
        return address;
    }

    Set<String> names() {
        return names;
    }
}
