package org.smppra.simulator;

import org.smppra.pdu.CommandId;

/** One bind as it is now: who, how, from where, how many deliver_sm without an answer. */
public record BindView(String systemId, CommandId bind, String remoteAddress, int inFlight) {
    public boolean receives() {
        return bind != CommandId.BIND_TRANSMITTER;
    }

    public boolean submits() {
        return bind != CommandId.BIND_RECEIVER;
    }
}
