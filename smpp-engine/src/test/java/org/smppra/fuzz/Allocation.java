package org.smppra.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** Holds what a piece of work allocates to a bound, so that no peer makes much of little. */
public final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int TRIES = 5;
    private static final boolean FUZZING = System.getenv("JAZZER_FUZZ") != null;

    private Allocation() {}

    /** The result of {@code work}. The least of a few tries counts: the first ones load classes. */
    public static <T> T atMost(long octets, Callable<T> work) throws Exception {
        long least = Long.MAX_VALUE;
        T result = null;
        for (int i = 0; i < TRIES && least > octets; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            result = work.call();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).as("octets allocated").isLessThanOrEqualTo(octets);
        return result;
    }

    /** The same for work that compares strings; while Jazzer fuzzes, its reports of each comparison outweigh the work. */
    public static <T> T atMostComparing(long octets, Callable<T> work) throws Exception {
        return FUZZING ? work.call() : atMost(octets, work);
    }
}
