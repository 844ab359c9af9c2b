package org.smppra.delivery;

import org.smppra.Delivered;

/** Where deliveries go: the listeners of an application. */
public interface DeliverySink {
    boolean takes(Delivered value);

    /** Takes one, to be settled later on any thread. Called on a thread that must not block. */
    void offer(Delivery delivery);
}
