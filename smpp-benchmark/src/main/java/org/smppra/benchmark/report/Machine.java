package org.smppra.benchmark.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Where a run took place. */
public final class Machine {
    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** All that follows, and the day, in a sentence. */
    public static String summary() throws IOException {
        return LocalDate.now(Clock.systemDefaultZone()) + "; " + cpu() + "; " + jdk() + "; " + system() + ".";
    }

    static String cpu() throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        return cores + " cores, " + model();
    }

    private static String model() throws IOException {
        if (!Files.isReadable(CPUS)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(CPUS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    static String jdk() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
    }

    static String system() {
        return System.getProperty("os.name") + " "
                + System.getProperty("os.version").replaceAll("-.*", "");
    }

    /** What others did on the machine in the last minute. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
