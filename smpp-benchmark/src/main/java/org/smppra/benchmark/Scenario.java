package org.smppra.benchmark;

/** What is measured. */
enum Scenario {
    CALLERS_1("1 synchronous caller", new Shape(1, 1)),
    CALLERS_16("16 synchronous callers", new Shape(16, 1)),
    CALLERS_64("64 synchronous callers", new Shape(64, 1)),
    BATCH_100("Batches of 100", new Shape(1, 100));

    private final String title;
    private final Shape shape;

    Scenario(String title, Shape shape) {
        this.title = title;
        this.shape = shape;
    }

    String title() {
        return title;
    }

    Shape shape() {
        return shape;
    }
}
