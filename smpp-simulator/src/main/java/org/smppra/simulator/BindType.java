package org.smppra.simulator;

import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.BindTransmitter;

/**
 * What a session was bound for.
 *
 * <p>SMPP 3.4 section 2.2.
 */
public enum BindType {
    TRANSMITTER,
    RECEIVER,
    TRANSCEIVER;

    static BindType of(BindRequest request) {
        if (request instanceof BindTransmitter) {
            return TRANSMITTER;
        }
        return request instanceof BindReceiver ? RECEIVER : TRANSCEIVER;
    }

    /** Whether the client may send submit_sm. */
    public boolean submits() {
        return this != RECEIVER;
    }

    /** Whether the client is sent deliver_sm. */
    public boolean receives() {
        return this != TRANSMITTER;
    }
}
