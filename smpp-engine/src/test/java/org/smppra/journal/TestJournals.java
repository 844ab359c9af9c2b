package org.smppra.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;

/** Opens journals for tests, with threads and time of the real kind. */
final class TestJournals {
    /** Small segments, so that a test has many. */
    static final JournalSettings SMALL = JournalSettings.defaults().withSegmentOctets(16 << 10);

    /** Tests that break journals by the hundred would fill the console. */
    private static final Logger LOGGER = Logger.getLogger("org.smppra.journal");

    private TestJournals() {}

    static JournalRuntime runtime() {
        LOGGER.setUseParentHandlers(false);
        return new JournalRuntime(
                r -> {
                    Thread thread = new Thread(r, "journal-test");
                    thread.setDaemon(true);
                    return thread;
                },
                System::nanoTime,
                Clock.systemUTC());
    }

    static JournalStore open(Path directory, JournalVisitor visitor) throws JournalException {
        return open(SMALL, files(directory), visitor);
    }

    static JournalStore open(JournalSettings settings, JournalFiles files, JournalVisitor visitor)
            throws JournalException {
        return JournalStore.open(settings, files, runtime(), visitor);
    }

    static JournalFiles files(Path directory) {
        try {
            return DirectoryFiles.of(directory);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Opens it, closes it again, and says what was in it. */
    static SortedMap<Long, byte[]> contents(JournalFiles files) throws JournalException {
        return contents(SMALL, files);
    }

    static SortedMap<Long, byte[]> contents(JournalSettings settings, JournalFiles files) throws JournalException {
        SortedMap<Long, byte[]> all = new TreeMap<>();
        open(settings, files, (key, body, uncertain) -> all.put(key, body)).close();
        return all;
    }

    /** Waits until it is so; a minute is for ever. */
    static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                throw new AssertionError("It did not happen within a minute");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
