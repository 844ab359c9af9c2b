package org.smppra.engine;

/** Something offered, and which attempt at it comes next, counted from 1. */
public record Attempt(Offered offered, int number) {
    Attempt next() {
        return new Attempt(offered, number + 1);
    }

    /** What the listener is given. */
    public Object value() {
        return offered.value(number);
    }

    /** The listener took it for good: whoever waits for that may forget it. */
    public void committed() {
        offered.committed();
    }
}
