package org.smppra.benchmark.scenario;

import java.util.List;

/**
 * One table of the report.
 *
 * @param name short, for {@code -Dbench.only}
 * @param size see {@link Load}
 * @param tls over TLS 1.3
 * @param hosts of the peer, which share the load
 * @param receipts whether the peer sends a receipt after each answer
 * @param peer who answers
 */
public record Scenario(
        String name,
        String title,
        Load load,
        int size,
        boolean tls,
        int hosts,
        boolean receipts,
        Peer peer,
        List<Contestant> contestants) {
    /** Larger than any number of callers: only {@link Load#WINDOW} is about the window. */
    private static final int ROOMY = 256;

    /** By its first letter the responder knows what to do. */
    public String systemId() {
        if (load == Load.RECEIPTS_IN) {
            return "r" + size;
        }
        return receipts ? "each" : "bench";
    }

    /** Of one session. */
    public int window() {
        return load == Load.WINDOW ? Math.max(1, size / hosts) : ROOMY;
    }

    public boolean isOnJdk25() {
        return load == Load.VIRTUAL_CALLERS;
    }

    Scenario overTls() {
        return new Scenario("tls-" + name, title + ", TLS 1.3", load, size, true, hosts, receipts, peer, contestants);
    }

    Scenario onTwoHosts() {
        return new Scenario(
                "two-hosts-" + name, title + ", two hosts", load, size, tls, 2, receipts, peer, contestants);
    }

    Scenario withReceipts() {
        return new Scenario(
                "receipt-each-" + name,
                title + ", a receipt for each submit",
                load,
                size,
                tls,
                hosts,
                true,
                peer,
                contestants);
    }

    Scenario atSimulator() {
        return new Scenario(
                "simulator-" + name,
                title + ", at the simulator",
                load,
                size,
                tls,
                hosts,
                receipts,
                Peer.SIMULATOR,
                contestants);
    }

    Scenario by(List<Contestant> others) {
        return new Scenario(name, title, load, size, tls, hosts, receipts, peer, others);
    }
}
