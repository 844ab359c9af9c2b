package org.smppra.gateway;

import org.smppra.link.Link;

/** Takes what the SMSC delivers. Called on a reader thread: must not block. */
public interface ReceivedListener {
    void received(Received received);

    /** This link is about to unbind: what came over it is answered now, or comes again over another. */
    void leaving(Link link);

    /** This link is gone, and no answer reaches the SMSC over it: what came over it comes again. */
    default void gone(Link link) {
        leaving(link);
    }
}
