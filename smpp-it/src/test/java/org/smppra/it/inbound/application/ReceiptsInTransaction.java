package org.smppra.it.inbound.application;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.smppra.DeliveryReceipt;
import org.smppra.DeliveryReceiptListener;

/** Counts in a transaction. */
@MessageDriven(activationConfig = @ActivationConfigProperty(propertyName = "maxConcurrency", propertyValue = "10"))
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class ReceiptsInTransaction implements DeliveryReceiptListener {
    @Override
    public void onDeliveryReceipt(DeliveryReceipt receipt) {
        Tally.count();
    }
}
