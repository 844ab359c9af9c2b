package org.smppra.it.inbound.application;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import javax.sql.DataSource;
import org.smppra.DeliveryReceipt;
import org.smppra.DeliveryReceiptListener;

/** Counts in a transaction, and writes a row in it. */
@MessageDriven(activationConfig = @ActivationConfigProperty(propertyName = "maxConcurrency", propertyValue = "10"))
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class ReceiptsWithRow implements DeliveryReceiptListener {
    @Resource(lookup = "java:/jdbc/orders")
    private DataSource database;

    @Override
    public void onDeliveryReceipt(DeliveryReceipt receipt) {
        Row.insert(database, receipt.messageId().value());
        Tally.count();
    }
}
