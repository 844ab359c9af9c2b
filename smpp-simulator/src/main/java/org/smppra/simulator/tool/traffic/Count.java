package org.smppra.simulator.tool.traffic;

/** What is counted. */
public enum Count {
    BINDS("binds"),
    BINDS_REFUSED("bindsRefused"),
    SUBMITTED("submitted"),
    SUBMITS_REFUSED("submitsRefused"),
    REPORTS_SENT("reportsSent"),
    MESSAGES_SENT("messagesSent"),
    /** deliver_sm that clients took. */
    ACKNOWLEDGED("acknowledged"),
    /** deliver_sm that clients answered with an error. */
    DELIVERIES_REFUSED("deliveriesRefused"),
    /** Bad input from clients. */
    COMPLAINTS("complaints");

    private final String word;

    Count(String word) {
        this.word = word;
    }

    /** Its name in JSON. */
    public String word() {
        return word;
    }
}
