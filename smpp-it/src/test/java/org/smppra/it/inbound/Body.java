package org.smppra.it.inbound;

/** What a bean does with a message. */
enum Body {
    NOT_SUPPORTED("NOT_SUPPORTED, a counter", "WithoutTransaction", Integer.getInteger("bench.messages", 20_000)),
    REQUIRED("REQUIRED, a counter", "InTransaction", Integer.getInteger("bench.messages", 20_000)),
    REQUIRED_WITH_ROW("REQUIRED, a row in PostgreSQL", "WithRow", Integer.getInteger("bench.rows", 4_000));

    private final String title;
    private final String suffix;
    private final int calls;

    Body(String title, String suffix, int calls) {
        this.title = title;
        this.suffix = suffix;
        this.calls = calls;
    }

    String title() {
        return title;
    }

    /** At the end of the names of its beans. */
    String suffix() {
        return suffix;
    }

    /** How many messages a cell is. */
    int calls() {
        return calls;
    }
}
