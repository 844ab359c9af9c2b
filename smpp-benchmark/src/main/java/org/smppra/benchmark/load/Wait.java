package org.smppra.benchmark.load;

import java.util.function.LongSupplier;

/** For what is still under way when a cell ends. */
final class Wait {
    private Wait() {}

    static void until(LongSupplier count, long expected, long nanos, String what) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        while (count.getAsLong() < expected) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(
                        (expected - count.getAsLong()) + " of " + expected + " " + what + " did not come");
            }
            Thread.sleep(1);
        }
    }
}
