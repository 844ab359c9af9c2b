package org.smppra.simulator;

import org.smppra.message.Octets;

/**
 * Is told of all octets between the simulator and its clients, for a log. Called in the connection's own threads, so it
 * must not block; what it throws is taken as a defect of the connection.
 */
public interface WireListener {
    /**
     * A whole PDU came in.
     *
     * @param host a or b
     * @param remote address and port of the client
     */
    void received(String host, String remote, Octets pdu);

    /** These octets are about to be written: one PDU or several, or what a bad day makes of them. */
    void sent(String host, String remote, Octets octets);
}
