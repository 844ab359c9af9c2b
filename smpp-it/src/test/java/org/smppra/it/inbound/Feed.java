package org.smppra.it.inbound;

/** Where messages come from. */
enum Feed {
    RECEIPTS("Receipts", ""),
    PERSISTENT("Queue", "persistent"),
    NON_PERSISTENT("Queue", "nonPersistent");

    private final String prefix;
    private final String fill;

    Feed(String prefix, String fill) {
        this.prefix = prefix;
        this.fill = fill;
    }

    String bean(Body body) {
        return prefix + body.suffix();
    }

    /** With what the queue is to be filled; empty: it is not. */
    String fill() {
        return fill;
    }
}
