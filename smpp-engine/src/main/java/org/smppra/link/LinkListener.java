package org.smppra.link;

import org.smppra.message.CommandStatus;
import org.smppra.pdu.Envelope;
import org.smppra.session.SessionEnd;

/** What a link tells its owner: on the link's reader thread, without a lock, except where it says otherwise. */
public interface LinkListener {
    /** The connection stands, the bind was sent. */
    void binding(Link link);

    void bound(Link link);

    /** Must not block: the reader waits. */
    void delivered(Link link, Envelope message);

    /** A request was answered with a status that is not 0; its caller is told as well. */
    void refused(Link link, CommandStatus status);

    /** Slots of the window came free; may be called on any thread. */
    void slotsFreed();

    /** No new request is taken any more; may be called on any thread. */
    void draining(Link link);

    /** Called once, when the socket is closed and every call has its fate. */
    void ended(Link link, SessionEnd end);
}
