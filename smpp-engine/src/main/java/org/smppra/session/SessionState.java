package org.smppra.session;

import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.BindTransmitter;

/**
 * Where a session stands.
 *
 * <p>SMPP 3.4 section 2.2, and the steps between its states that a client has to tell apart.
 */
public enum SessionState {
    /** Nothing was sent yet. */
    OPEN,
    /** Our bind was sent and waits for its answer. */
    BINDING,
    BOUND_TX,
    BOUND_RX,
    BOUND_TRX,
    /** One side wants to unbind: no new request is sent, what is under way is finished. */
    DRAINING,
    /** Our unbind was sent and waits for its answer. */
    UNBINDING,
    CLOSED;

    static SessionState boundBy(BindRequest request) {
        if (request instanceof BindTransmitter) {
            return BOUND_TX;
        }
        return request instanceof BindReceiver ? BOUND_RX : BOUND_TRX;
    }

    /** Whether submit_sm may be sent. SMPP 3.4 section 2.3. */
    public boolean maySubmit() {
        return this == BOUND_TX || this == BOUND_TRX;
    }

    /** Whether deliver_sm may come. */
    public boolean mayDeliver() {
        return this == BOUND_RX || this == BOUND_TRX;
    }

    /** Whether one side is unbinding. */
    public boolean isEnding() {
        return this == DRAINING || this == UNBINDING;
    }

    public boolean isBound() {
        return maySubmit() || this == BOUND_RX;
    }
}
