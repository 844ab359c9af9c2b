package org.smppra;

/** Which delivery receipts an application wants. */
public enum ReceiptWish {
    /** None. */
    NONE,
    /** One for the final state, delivered or not. */
    FINAL,
    /** One for a final state other than delivered. */
    FAILURE_ONLY,
    /** The final one, and the states on the way where the SMSC reports them. */
    ALL
}
