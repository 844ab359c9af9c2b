package org.smppra.it.engine;

import java.io.File;
import java.lang.management.ManagementFactory;

/** What this JVM holds now: engine threads, open files and sockets, heap in use after a collection. */
record Resources(long threads, int files, long heap) {
    static Resources now() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return new Resources(RunningEngine.threads(), openFiles(), least);
    }

    /** Where the system does not tell, 0. */
    private static int openFiles() {
        String[] open = new File("/proc/self/fd").list();
        return open == null ? 0 : open.length;
    }
}
