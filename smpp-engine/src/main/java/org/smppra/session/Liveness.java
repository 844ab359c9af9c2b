package org.smppra.session;

/** When to send enquire_link, and when a peer's silence has lasted too long. Time is a parameter. */
final class Liveness {
    /** What is due now. */
    enum Due {
        NOTHING,
        ENQUIRE_LINK,
        GIVE_UP
    }

    private final long interval;
    private final long timeout;
    private long enquiredAt;
    private boolean waiting;

    Liveness(long interval, long timeout, long now) {
        this.interval = interval;
        this.timeout = timeout;
        this.enquiredAt = now;
    }

    /** Any PDU proves life, also one that is not the answer. */
    void received() {
        waiting = false;
    }

    Due tick(long now) {
        if (interval == 0) {
            return Due.NOTHING;
        }
        if (waiting && now - enquiredAt >= timeout) {
            return Due.GIVE_UP;
        }
        if (!waiting && now - enquiredAt >= interval) {
            waiting = true;
            enquiredAt = now;
            return Due.ENQUIRE_LINK;
        }
        return Due.NOTHING;
    }
}
