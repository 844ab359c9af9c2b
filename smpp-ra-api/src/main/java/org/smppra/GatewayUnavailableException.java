package org.smppra;

import org.jspecify.annotations.Nullable;

/** No host is bound, or no slot of a window came free in time. Nothing was sent. */
public class GatewayUnavailableException extends SmppException {
    private static final long serialVersionUID = 1L;

    public GatewayUnavailableException(String message, @Nullable Throwable cause) {
        super("SMPP-UNAVAILABLE", message, Sent.NOTHING, true, cause);
    }
}
