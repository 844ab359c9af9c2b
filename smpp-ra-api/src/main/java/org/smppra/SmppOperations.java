package org.smppra;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator does with one account; an administered object whose property {@code account} names it. */
public interface SmppOperations {
    GatewayState state();

    /** Stops the traffic of one way; survives a restart. */
    void pause(Direction direction);

    void resume(Direction direction);

    /**
     * Refuses new submissions and waits until all that wait are sent.
     *
     * @return false if the time was over before
     */
    boolean drain(Duration timeout) throws InterruptedException;

    Optional<Submission> find(String submissionId);

    /** Up to {@code limit} entries behind {@code afterId}, the empty string for the first. */
    List<Stored> list(Store store, String afterId, int limit);

    /** @return false if the entry is no longer there */
    boolean settle(String id, Settle how);
}
