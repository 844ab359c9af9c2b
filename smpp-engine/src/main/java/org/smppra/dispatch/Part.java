package org.smppra.dispatch;

import org.jspecify.annotations.Nullable;
import org.smppra.link.HostAddress;

/**
 * One submit_sm of a message in hand, to be written.
 *
 * @param avoid the host that turned it away because its session is ending; null: none did
 */
record Part(InHand message, int index, @Nullable HostAddress avoid) {
    /** The same for another host. */
    Part without(HostAddress host) {
        return new Part(message, index, host);
    }

    /** Whether nothing has to be written any more. */
    boolean isNeedless() {
        return message.isOver()
                || message.isAccepted(index)
                || message.refusal() != null
                || message.isExpired()
                || message.unreadable() != null;
    }
}
