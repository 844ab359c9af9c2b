package org.smppra.it.receipts.application;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The beans that hang now. */
final class Hanging {
    private static final CountDownLatch RELEASED = new CountDownLatch(1);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Hanging() {}

    /** Returns at once after the release. */
    static void hang() {
        COUNT.incrementAndGet();
        try {
            RELEASED.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            COUNT.decrementAndGet();
        }
    }

    static int count() {
        return COUNT.get();
    }

    /** For good: another deployment hangs again. */
    static void release() {
        RELEASED.countDown();
    }
}
