package org.smppra.simulator;

import java.time.Duration;

/**
 * How long things take and may take.
 *
 * @param reportDelay from the answer to a submit_sm to its report
 * @param redeliveryDelay from an error answer to a report to its next attempt
 * @param answerTimeout for a deliver_sm_resp
 * @param bindTimeout from a connection to its bind
 * @param writeTimeout for a client that does not read
 * @param unbindTimeout for an unbind_resp
 */
record Timing(
        Duration reportDelay,
        Duration redeliveryDelay,
        Duration answerTimeout,
        Duration bindTimeout,
        Duration writeTimeout,
        Duration unbindTimeout) {
    /** How often deadlines are looked at. */
    static final Duration SWEEP = Duration.ofMillis(50);
    /** For a client to close its side after the last answer. */
    static final Duration FINISH = Duration.ofSeconds(2);
}
