package org.smppra.session;

import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;

/**
 * What a session wants done. Called on the thread that drives the session and under the lock that guards it: must
 * neither block nor call back into an application.
 *
 * @param <C> the owner's note about a request, given to {@link Session#open}
 */
public interface SessionListener<C> {
    /** Send this PDU, ahead of requests that were not written yet. */
    void send(Envelope envelope);

    void bound();

    /** Whether an answer of this command can be the answer to this request. */
    boolean isAnswer(C call, CommandId answer);

    /** The answer to a request, of any status; also a generic_nack. */
    void answered(C call, Envelope answer);

    /** No answer came in time; the session goes on. */
    void unanswered(C call, String reason);

    /** The answer to a request that was told to be unanswered, as long as that is remembered. */
    void answeredLate(C call, Envelope answer);

    /** An answer to nothing: it came much too late, twice, or with a sequence number that we never used. */
    void stray(Envelope answer);

    /** The peer sent a message, to be answered by {@link Session#answer}. */
    void delivered(Envelope message);

    /** No request may be written any more: withdraw what was not. */
    void draining(String reason);

    /** Write what was sent, then close. Called once. */
    void ended(SessionEnd end);
}
