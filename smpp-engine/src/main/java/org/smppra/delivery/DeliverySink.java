package org.smppra.delivery;

import org.smppra.Delivered;

/** Where deliveries go: the listeners of an application. */
public interface DeliverySink {
    boolean takes(Delivered value);

    /** How closely it is meant: of several sinks that take a value, the highest gets it; equals compete. */
    default int closeness(Delivered value) {
        return 0;
    }

    /** How many it may hold that are not settled. More wait elsewhere. */
    default int most() {
        return 500;
    }

    /** Whether none of its listeners came back for long, so that others are better asked. */
    default boolean isStuck() {
        return false;
    }

    /** Called about once a second. */
    default void tick(long now) {}

    /** Takes one, to be settled later on any thread. Called on a thread that must not block. */
    void offer(Delivery delivery);
}
