package org.smppra.gateway;

/** What is counted on a gateway beside its links; every bound that was reached is among it. */
public enum GatewayCounter {
    /** Requests that found no link with a free slot, or at its turn, and waited. */
    WAITED_FOR_ROOM,
    /** Those of them for which the time was over, or no host was bound any more. */
    FOUND_NO_ROOM,
    /** Requests refused because the account's own rate left them no turn in time. */
    OVER_RATE,
    /** Answers that said that we are too fast. */
    THROTTLED,
    /** Requests that surely were not taken and went out again. */
    SENT_AGAIN
}
