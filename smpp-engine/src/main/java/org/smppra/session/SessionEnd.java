package org.smppra.session;

import org.jspecify.annotations.Nullable;
import org.smppra.message.CommandStatus;

/**
 * Why a session is over.
 *
 * @param text in words, for a log
 * @param status the SMSC's refusal of our bind, else null
 */
public record SessionEnd(Cause cause, String text, @Nullable CommandStatus status) {
    /** What a supervisor has to tell apart. */
    public enum Cause {
        /** The SMSC refused our bind; see the status. */
        BIND_REFUSED,
        /** No answer to our bind. */
        BIND_TIMEOUT,
        /** The peer asked to unbind. */
        PEER_UNBOUND,
        /** We asked to unbind. */
        UNBOUND,
        /** The peer answers nothing any more. */
        SILENT,
        /** The octets make no sense any more, or the connection broke. */
        LOST
    }
}
