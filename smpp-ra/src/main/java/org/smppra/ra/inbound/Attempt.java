package org.smppra.ra.inbound;

import org.smppra.delivery.Delivery;

/** A delivery, and which attempt at it comes next, counted from 1. */
record Attempt(Delivery delivery, int number) {
    Attempt next() {
        return new Attempt(delivery, number + 1);
    }
}
