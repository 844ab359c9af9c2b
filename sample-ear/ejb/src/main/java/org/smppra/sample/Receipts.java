package org.smppra.sample;

import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import org.smppra.DeliveryReceipt;
import org.smppra.DeliveryReceiptListener;

/**
 * Takes the delivery reports. The SMSC is told that a report arrived after this transaction committed; if it fails, the
 * report comes again. That is why nothing is caught here.
 */
@MessageDriven
public class Receipts implements DeliveryReceiptListener {
    @EJB
    private MessageStore store;

    @Override
    public void onDeliveryReceipt(DeliveryReceipt receipt) {
        store.add(receipt);
    }
}
