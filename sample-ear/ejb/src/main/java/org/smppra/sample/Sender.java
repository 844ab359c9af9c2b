package org.smppra.sample;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.smppra.GatewayState;
import org.smppra.Sent;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SmppException;
import org.smppra.SubmitOutcomeUnknownException;
import org.smppra.SubmitRejectedException;

/**
 * Submits first and stores then, for who waits at a page wants the SMSC's answer: {@code submitNow} waits for it in every
 * mode, outside any transaction. So there is none around it: it would only hold a database connection while the network
 * answers. The store's own transaction begins when there is something to store. {@link Orders} does it the other way.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sender {
    @Resource(name = "smpp/gateway")
    private SmppConnectionFactory smpp;

    @EJB
    private MessageStore store;

    /**
     * Submits the message and stores what became of it.
     *
     * @throws NotStoredException if the submission was made and the database failed
     */
    public SentMessage send(ShortMessage message) throws SmppException, NotStoredException {
        try (SmppConnection connection = smpp.getConnection()) {
            return stored(SentMessage.of(connection.submitNow(message)), Sent.ALL);
        } catch (SubmitOutcomeUnknownException e) {
            // It may be on its way: without a row nobody could tell when its report comes.
            stored(SentMessage.of(e.result()), e.sent());
            throw e;
        } catch (SubmitRejectedException e) {
            stored(SentMessage.of(e.result()), e.sent());
            throw e;
        }
    }

    public GatewayState gatewayState() throws SmppException {
        try (SmppConnection connection = smpp.getConnection()) {
            return connection.gatewayState();
        }
    }

    /** The caller must not take a failing database for a message that was not sent, and send it again. */
    private SentMessage stored(SentMessage message, Sent sent) throws NotStoredException {
        try {
            store.add(message);
            return message;
        } catch (RuntimeException e) {
            throw new NotStoredException(message.submissionId(), sent, e);
        }
    }
}
