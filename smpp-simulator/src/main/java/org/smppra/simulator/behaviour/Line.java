package org.smppra.simulator.behaviour;

import java.time.Duration;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;
import org.smppra.text.LongMessages;

/**
 * A client's connection as a behaviour sees it, and what a behaviour may do with it. The simulator implements this; no
 * method blocks, and after the end of the connection none does anything.
 */
public interface Line {
    /** a or b. */
    String host();

    /** Address and port of the client. */
    String remote();

    /** Of the bind, also while its answer is not decided; empty before. */
    String systemId();

    /** transmitter, receiver or transceiver; empty before a bind. */
    String bindType();

    /** Whether a bind was accepted and the session goes on. */
    boolean isBound();

    /** The next sequence number of the SMSC's own requests. */
    int nextSequenceNumber();

    /** Writes this behind what waits to be written already. */
    void send(Envelope pdu);

    /**
     * Writes octets that need be no PDU.
     *
     * @param written called when they are handed to the socket, and never if they cannot be
     */
    void send(Octets octets, Runnable written);

    /** Sends a deliver_sm once, whatever the client answers. */
    void deliver(DeliverSm message);

    /**
     * Sends a mobile-originated message to the bind's account, through any of its binds, until it is acknowledged.
     *
     * @param lastFirst whether its parts go in falling order
     */
    void originate(Address from, Address to, String text, LongMessages how, boolean lastFirst);

    void later(Duration delay, Runnable work);

    /** Asks the client to go, once; what still comes in is answered until it does. */
    void unbind();

    /** Ends the connection without unbind. */
    void close(String why);

    /** Ends the connection by a reset (RST). */
    void reset();
}
