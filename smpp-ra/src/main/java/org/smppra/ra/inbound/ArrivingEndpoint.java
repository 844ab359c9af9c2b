package org.smppra.ra.inbound;

import org.smppra.Delivered;
import org.smppra.delivery.Delivery;
import org.smppra.delivery.DeliverySink;

/** Stands for an endpoint that is just activated, so that the account that it brings along binds to receive at once. */
public final class ArrivingEndpoint implements DeliverySink {
    @Override
    public boolean takes(Delivered value) {
        return false;
    }

    @Override
    public void offer(Delivery delivery) {
        throw new IllegalStateException("takes nothing yet");
    }
}
