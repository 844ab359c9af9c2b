package org.smppra.simulator.behaviour;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.smppra.codec.PduOutput;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;

/**
 * What a behaviour does while it is switched on: the places where the pipeline asks. Called by the threads of all
 * connections; none of them may block, but {@link #writes}.
 */
interface Fault {
    /** A connection was accepted: whether it gets no octet. Asked again and again, as long as it is silenced. */
    default boolean silences(Line line) {
        return false;
    }

    /** Octets were read: whether they must wait, and no more be read. Asked again and again, as long as they wait. */
    default boolean holdsReading(Line line) {
        return false;
    }

    /** A request came in: not null if it is refused, whatever it says. */
    default @Nullable Refusal refusal(Line line, CommandId request) {
        return null;
    }

    /** An answer goes out: true if this fault takes it over. */
    default boolean takes(Line line, Answer answer) {
        return false;
    }

    /** An answer or a deliver_sm goes out: what goes instead. */
    default Envelope altered(Line line, Envelope pdu) {
        return pdu;
    }

    /** A message of this connection will be reported: how its report goes. */
    default ReportWay way(Line line, ReportWay soFar) {
        return soFar;
    }

    /** A message of this connection will be reported: true if this fault runs {@code release} later. */
    default boolean holdsReport(Line line, Runnable release) {
        return false;
    }

    /** A deliver_sm was handed out for this connection. */
    default void delivered(Line line, DeliverSm message) {}

    /** Whole PDUs are to be written, one batch at a time; true if this fault wrote or kept them. */
    default boolean writes(Line line, PduOutput batch, OutputStream stream) throws IOException {
        return false;
    }

    /** Asked many times a second for each connection. */
    default void tick(Line line, long nowMillis) {}

    /** The connection ended. */
    default void gone(Line line) {}

    /** Switched off, or done: what is held back goes out now. */
    default void over() {}
}
