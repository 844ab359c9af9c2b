package org.smppra;

/**
 * The state of a message in a receipt.
 *
 * <p>SMPP 3.4 section 5.2.28 (message_state) and appendix B. {@link DeliveryReceipt#stateText()} has the word as it
 * came, also for {@link #OTHER}.
 */
public enum MessageState {
    SCHEDULED,
    ENROUTE,
    DELIVERED,
    EXPIRED,
    DELETED,
    UNDELIVERABLE,
    ACCEPTED,
    UNKNOWN,
    REJECTED,
    SKIPPED,
    /** A state that SMPP does not define. */
    OTHER
}
