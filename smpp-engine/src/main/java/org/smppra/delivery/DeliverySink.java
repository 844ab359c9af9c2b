package org.smppra.delivery;

import org.smppra.Delivered;

/** Where deliveries go: the listeners of an application. */
public interface DeliverySink {
    boolean takes(Delivered value);

    /** How closely it is meant: of several sinks that take a value, the highest gets it; equals take turns. */
    default int closeness(Delivered value) {
        return 0;
    }

    /** Takes one, to be settled later on any thread. Called on a thread that must not block. */
    void offer(Delivery delivery);
}
