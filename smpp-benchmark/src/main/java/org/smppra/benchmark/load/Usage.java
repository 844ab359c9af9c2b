package org.smppra.benchmark.load;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process has used so far.
 *
 * @param allocated octets, by the threads that live now
 */
record Usage(long nanos, long cpu, long allocated) {
    static Usage now() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long allocated = 0;
        for (long octets : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            allocated += Math.max(0, octets);
        }
        return new Usage(System.nanoTime(), system.getProcessCpuTime(), allocated);
    }
}
