package org.smppra.benchmark;

/** The engines that are compared; {@link #JSMPP} is what the others are measured by. */
enum Contestant {
    JSMPP("jSMPP"),
    ENGINE("smpp-ra, account.submit"),
    GATEWAY("smpp-ra, gateway floor"),
    LIMIT("socket limit");

    private final String title;

    Contestant(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** A client of this engine, bound to the responder at this port of the loopback. */
    Client connect(int port) throws Exception {
        return switch (this) {
            case JSMPP -> new JsmppClient(port);
            case ENGINE -> new AccountClient(port);
            case GATEWAY -> new GatewayClient(port);
            case LIMIT -> new SocketClient(port);
        };
    }
}
