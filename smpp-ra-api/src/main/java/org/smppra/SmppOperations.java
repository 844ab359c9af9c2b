package org.smppra;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator does with one account; an administered object whose property {@code account} names it. */
public interface SmppOperations {
    GatewayState state();

    /**
     * Stops the traffic of one way; survives a restart where there is an outbox. OUTBOUND: what is on its way is finished,
     * what is stored waits, and what is to be sent at once is refused as unavailable. INBOUND: no listener gets anything;
     * what the SMSC delivers is refused in time, so that it comes again, or stored where it is acknowledged as STORED.
     */
    void pause(Direction direction);

    /** Undoes {@link #pause}; OUTBOUND also undoes {@link #drain}. */
    void resume(Direction direction);

    /**
     * Refuses new submissions and waits until all that wait are sent and answered. They are refused until
     * {@link #resume}, or a restart, also if the time was over before.
     *
     * @return false if the time was over before
     */
    boolean drain(Duration timeout) throws InterruptedException;

    /** What is known of a stored submission: that it waits, or its result as long as that is kept. */
    Optional<Submission> find(String submissionId);

    /** Up to {@code limit} entries behind {@code afterId}, the empty string for the first. */
    List<Stored> list(Store store, String afterId, int limit);

    /**
     * Decides on an entry. SEND: sends again what is held, which may make it arrive twice. CANCEL: gives up what is held,
     * or waits and was not sent yet; drops a dead letter. DELIVER: gives a dead letter to a listener again.
     *
     * @return false if the entry is no longer there
     */
    boolean settle(String id, Settle how);
}
