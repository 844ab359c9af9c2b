package org.smppra;

/**
 * Implemented by a message-driven bean that takes delivery receipts.
 *
 * <p>The receipt is acknowledged to the SMSC only after the bean's transaction committed, or after a normal return
 * where it has none. An exception or a rollback lets it come again, with {@link Delivered#deliveryCount()} raised.
 */
public interface DeliveryReceiptListener {
    void onDeliveryReceipt(DeliveryReceipt receipt);
}
