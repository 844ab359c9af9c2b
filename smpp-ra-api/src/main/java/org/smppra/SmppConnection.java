package org.smppra;

import java.util.List;
import org.smppra.message.Address;
import org.smppra.message.MessageId;

/**
 * A lease on an account: submits short messages.
 *
 * <p>Every exception says by {@link SmppException#sent()} what may have left.
 */
public interface SmppConnection extends AutoCloseable {
    /**
     * Submits one message as the factory's {@code submitMode} says. In the mode OUTBOX, the default, it is stored with the
     * caller's transaction, or on disk when this returns if there is none, and leaves after the commit; its result comes
     * later. In the mode DIRECT this waits for the SMSC's answer, and a rollback cannot take the message back. A rollback
     * is the caller's to make: a checked exception does not roll back by itself.
     *
     * @throws InvalidMessageException if a value of the message is refused; nothing was sent
     * @throws OutboxFullException if the outbox has no room; nothing was sent
     * @throws GatewayUnavailableException in the mode DIRECT if no host is bound, or no slot came free in time; nothing
     *     was sent
     * @throws SubmitRejectedException in the mode DIRECT if the SMSC refused it
     * @throws SubmitOutcomeUnknownException in the mode DIRECT if it was written and no answer came; it may have been sent
     * @throws SmppException if the transaction is marked for rollback, or the outbox cannot store; nothing was sent
     */
    Submission submit(ShortMessage message) throws SmppException;

    /** Submits many, answers in the same order; a bad message is {@link Outcome#INVALID} in the list. */
    List<Submission> submitAll(List<ShortMessage> messages) throws SmppException;

    /** Submits one and waits for the SMSC's answer whatever the mode, outside any transaction. */
    SubmitResult submitNow(ShortMessage message) throws SmppException;

    /** Submits many without waiting between them; throws only if none was tried. */
    List<SubmitResult> submitAllNow(List<ShortMessage> messages) throws SmppException;

    /**
     * Asks for a message's state, where the profile's SMSC can say it.
     *
     * @throws SmppException with code {@code SMPP-NOT-SUPPORTED} where it cannot
     */
    MessageStatus query(MessageId messageId, Address source) throws SmppException;

    /** Takes back a message that has not reached the handset, where the profile's SMSC can. */
    void cancel(MessageId messageId, Address source, Address destination) throws SmppException;

    /** Replaces a message that has not reached the handset, where the profile's SMSC can. */
    void replace(MessageId messageId, Address source, ShortMessage with) throws SmppException;

    /** The state of each host now. */
    GatewayState gatewayState();

    /** Gives the lease back. Never throws; a second call does nothing. */
    @Override
    void close();
}
