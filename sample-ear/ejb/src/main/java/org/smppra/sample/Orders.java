package org.smppra.sample;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SmppException;
import org.smppra.SubmitOutcomeUnknownException;

/**
 * No order without its message: the row and the submission share the method's transaction, unlike in {@link Sender}. In
 * the mode DIRECT a message cannot be taken back, so {@code submit} comes last, after all else that can fail.
 */
@Stateless
public class Orders {
    @Resource(lookup = "java:/smpp/gateway")
    private SmppConnectionFactory smpp;

    @PersistenceContext
    private EntityManager database;

    /**
     * Keeps the order and tells the customer, or does neither.
     *
     * @throws OrderException if the customer cannot be told; the order is rolled back
     */
    public void ship(String number, String phone) throws OrderException {
        ShippedOrder order = new ShippedOrder(number);
        database.persist(order);
        database.flush();
        ShortMessage message = ShortMessage.to(phone)
                .from("Shop")
                .text("Order " + number + " is on its way")
                .reference(number)
                .build();
        try (SmppConnection connection = smpp.getConnection()) {
            order.announcedBy(connection.submit(message).submissionId());
        } catch (SubmitOutcomeUnknownException e) {
            // The customer may have been told: the order stays, and the report will say.
            order.announcedBy(e.result().submissionId());
        } catch (SmppException e) {
            throw new OrderException("order " + number + " was not shipped", e);
        }
    }

    public boolean isShipped(String number) {
        return database.find(ShippedOrder.class, number) != null;
    }
}
