package org.smppra.it.inbound.application;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import javax.sql.DataSource;

/** Counts in a transaction, and writes a row in it. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/receipts"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "10")
        })
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class QueueWithRow implements MessageListener {
    @Resource(lookup = "java:/jdbc/orders")
    private DataSource database;

    @Override
    public void onMessage(Message message) {
        try {
            Row.insert(database, message.getJMSCorrelationID());
        } catch (JMSException e) {
            throw new EJBException(e);
        }
        Tally.count();
    }
}
