package org.smppra.it.wildfly;

import jakarta.annotation.Resource;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import org.smppra.DeliveryReceipt;
import org.smppra.DeliveryReceiptListener;

/** Returns as if all was well, and lets no transaction for one message commit. */
@MessageDriven
public class RollingBackReceipts implements DeliveryReceiptListener {
    static final String NEVER = "4711";

    @Resource
    private MessageDrivenContext context;

    @Override
    public void onDeliveryReceipt(DeliveryReceipt receipt) {
        if (receipt.messageId().value().equals(NEVER)) {
            context.setRollbackOnly();
        }
    }
}
