package org.smppra.engine;

import org.smppra.delivery.Delivery;
import org.smppra.message.CommandStatus;

/**
 * A delivery of the SMSC, which waits for our answer.
 *
 * @param negativeStatus the answer that makes the SMSC send it again
 */
public record OfferedDelivery(Delivery delivery, CommandStatus negativeStatus) implements Offered {
    @Override
    public Object value(int attempt) {
        return delivery.value(attempt);
    }

    @Override
    public boolean isLate(long nanoTime) {
        return delivery.isLate(nanoTime);
    }

    @Override
    public void committed() {
        delivery.committed();
    }

    @Override
    public String givenUp() {
        return delivery.givenUp(negativeStatus);
    }

    @Override
    public void handBack() {
        delivery.handBack();
    }
}
