package org.smppra.session;

/** When to send enquire_link, and when a peer's silence has lasted too long. Time is a parameter. */
final class Liveness {
    /** What is due now. */
    enum Due {
        NOTHING,
        ENQUIRE_LINK,
        /** The peer did not answer enquire_link. */
        NO_ANSWER,
        /** Nothing came from the peer for too long. */
        INACTIVE
    }

    private final SessionSettings settings;
    private long enquiredAt;
    private long receivedAt;
    private boolean waiting;

    Liveness(SessionSettings settings, long now) {
        this.settings = settings;
        this.enquiredAt = now;
        this.receivedAt = now;
    }

    /** Any PDU proves life, also one that is not the answer. */
    void received(long now) {
        waiting = false;
        receivedAt = now;
    }

    Due tick(long now) {
        if (settings.inactivityTimeout() > 0 && now - receivedAt >= settings.inactivityTimeout()) {
            return Due.INACTIVE;
        }
        if (settings.enquireLinkInterval() == 0) {
            return Due.NOTHING;
        }
        if (waiting && now - enquiredAt >= settings.responseTimeout()) {
            return Due.NO_ANSWER;
        }
        if (!waiting && now - enquiredAt >= settings.enquireLinkInterval()) {
            waiting = true;
            enquiredAt = now;
            return Due.ENQUIRE_LINK;
        }
        return Due.NOTHING;
    }
}
