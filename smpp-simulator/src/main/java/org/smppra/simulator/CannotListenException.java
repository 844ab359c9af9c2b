package org.smppra.simulator;

import java.io.IOException;

/** A port of a host cannot be used; most often another program has it. */
public final class CannotListenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String host;
    private final int port;
    private final boolean tls;

    CannotListenException(String host, int port, boolean tls, IOException cause) {
        super("host " + host + " cannot listen on port " + port + ": " + cause.getMessage(), cause);
        this.host = host;
        this.port = port;
        this.tls = tls;
    }

    /** a or b. */
    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public boolean isTls() {
        return tls;
    }
}
