package org.smppra.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A host of a gateway as it was configured: a name or an address, and a port. */
public record HostAddress(String host, int port) {
    /**
     * Reads {@code a.example,b.example:2776,[::1]:2775}.
     *
     * @throws IllegalArgumentException naming the entry that is wrong
     */
    public static List<HostAddress> parseList(String hosts, int defaultPort) {
        List<HostAddress> list = new ArrayList<>();
        for (String entry : hosts.split(",", -1)) {
            HostAddress host = parse(entry.trim(), defaultPort);
            if (list.contains(host)) {
                throw new IllegalArgumentException("hosts: " + host + " is named twice");
            }
            list.add(host);
        }
        return List.copyOf(list);
    }

    private static HostAddress parse(String entry, int defaultPort) {
        int bracket = entry.lastIndexOf(']');
        int colon = entry.indexOf(':', Math.max(bracket, 0));
        String host = colon < 0 ? entry : entry.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        } else if (colon != entry.lastIndexOf(':')) {
            throw new IllegalArgumentException("hosts: write the IPv6 address in brackets: [" + entry + "]");
        }
        if (host.isEmpty() || host.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("hosts: '" + entry + "' is not host or host:port");
        }
        return new HostAddress(
                host.toLowerCase(Locale.ROOT), colon < 0 ? defaultPort : port(entry, entry.substring(colon + 1)));
    }

    private static int port(String entry, String digits) {
        try {
            int port = Integer.parseInt(digits);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // the message below names the entry
        }
        throw new IllegalArgumentException("hosts: the port of '" + entry + "' is not 1 to 65535");
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
