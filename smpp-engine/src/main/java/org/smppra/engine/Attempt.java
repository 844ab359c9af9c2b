package org.smppra.engine;

import org.smppra.Delivered;
import org.smppra.delivery.Delivery;

/** A delivery, and which attempt at it comes next, counted from 1. */
public record Attempt(Delivery delivery, int number) {
    Attempt next() {
        return new Attempt(delivery, number + 1);
    }

    /** What the listener is given. */
    public Delivered value() {
        return delivery.value(number);
    }

    /** The listener took it for good: the SMSC may forget it. */
    public void committed() {
        delivery.committed();
    }
}
