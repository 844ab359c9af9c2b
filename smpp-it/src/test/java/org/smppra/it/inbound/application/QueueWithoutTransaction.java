package org.smppra.it.inbound.application;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Counts. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/receipts"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "10")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueWithoutTransaction implements MessageListener {
    @Override
    public void onMessage(Message message) {
        Tally.count();
    }
}
