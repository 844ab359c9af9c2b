package org.smppra.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Holds what a piece of work allocates to a bound, so that no peer makes much of little. */
public final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int TRIES = 5;

    private Allocation() {}

    /** Work that can be repeated. */
    public interface Work {
        void run() throws Exception;
    }

    /** The least of a few tries counts: the first ones load classes. */
    public static void atMost(long octets, Work work) throws Exception {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && least > octets; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).as("octets allocated").isLessThanOrEqualTo(octets);
    }
}
