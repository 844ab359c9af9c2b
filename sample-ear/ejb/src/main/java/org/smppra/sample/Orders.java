package org.smppra.sample;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SmppException;
import org.smppra.SubmitResult;

/**
 * No order without its message, and no message without its order: the row and the submission share the method's
 * transaction, unlike in {@link Sender}. The message leaves after the commit, and then surely, whatever the hosts and
 * this server do meanwhile; {@link Results} hears what became of it.
 */
@Stateless
public class Orders {
    @Resource(name = "smpp/gateway")
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
        ShortMessage message = ShortMessage.to(phone)
                .from("Shop")
                .text("Order " + number + " is on its way")
                .reference(number)
                .build();
        try (SmppConnection connection = smpp.getConnection()) {
            order.announcedBy(connection.submit(message).submissionId());
        } catch (SmppException e) {
            throw new OrderException("order " + number + " was not shipped", e);
        }
    }

    /** What became of the message of an order; of a submission that is no order's, nothing. */
    public void announced(SubmitResult result) {
        database.createQuery("select o from ShippedOrder o where o.submissionId = :id", ShippedOrder.class)
                .setParameter("id", result.submissionId())
                .getResultList()
                .forEach(order -> order.announced(result));
    }

    public Optional<ShippedOrder> find(String number) {
        return Optional.ofNullable(database.find(ShippedOrder.class, number));
    }
}
