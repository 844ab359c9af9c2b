package org.smppra.it.transactions.application;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The end of this JVM, without a shutdown hook or a file that is closed, when enough transactions wait for it. */
final class Halt {
    private static final int EXIT_CODE = 77;

    private final AtomicInteger arrived = new AtomicInteger();

    /** Never returns. */
    void when(int transactionsToCome) {
        if (arrived.incrementAndGet() >= transactionsToCome) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
        while (true) {
            LockSupport.park(this);
        }
    }
}
