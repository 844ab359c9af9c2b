package org.smppra.it.inbound;

/** What a bean does with a message, and how many a cell has of each feed: so many that it takes seconds, not minutes. */
enum Body {
    NOT_SUPPORTED("NOT_SUPPORTED, a counter", "WithoutTransaction", 60_000, 60_000),
    REQUIRED("REQUIRED, a counter", "InTransaction", 40_000, 10_000),
    REQUIRED_WITH_ROW("REQUIRED, a row in PostgreSQL", "WithRow", 6_000, 1_500);

    private static final int PERCENT = Integer.getInteger("bench.percent", 100);

    private final String title;
    private final String suffix;
    private final int receipts;
    private final int messages;

    Body(String title, String suffix, int receipts, int messages) {
        this.title = title;
        this.suffix = suffix;
        this.receipts = receipts;
        this.messages = messages;
    }

    String title() {
        return title;
    }

    /** At the end of the names of its beans. */
    String suffix() {
        return suffix;
    }

    int calls(Feed feed) {
        return (feed == Feed.RECEIPTS ? receipts : messages) / 100 * PERCENT;
    }
}
