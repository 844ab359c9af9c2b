package org.smppra.sample;

import org.smppra.Sent;

/** The submission was made, and its row could not be written. */
public class NotStoredException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String submissionId;
    private final Sent sent;

    NotStoredException(String submissionId, Sent sent, RuntimeException cause) {
        super("submission " + submissionId + " was made and could not be stored", cause);
        this.submissionId = submissionId;
        this.sent = sent;
    }

    public String submissionId() {
        return submissionId;
    }

    public Sent sent() {
        return sent;
    }
}
