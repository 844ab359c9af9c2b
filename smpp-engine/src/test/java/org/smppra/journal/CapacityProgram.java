package org.smppra.journal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Fills a journal, replaces its entries in random order many times over, and says what that took. */
final class CapacityProgram {
    private static final int BODY = 300;
    private static final int OUTSTANDING = 1024;

    private final Path directory;
    private final JournalSettings settings;
    private final long[] keys;
    private final Semaphore window = new Semaphore(OUTSTANDING);
    private final AtomicReference<JournalException> failure = new AtomicReference<>();
    private final AtomicLong longest = new AtomicLong();
    private long maxDisk;

    private CapacityProgram(Path directory, int entries, int segmentOctets) {
        this.directory = directory;
        keys = new long[entries];
        settings = JournalSettings.defaults().withSegmentOctets(segmentOctets);
    }

    /** @param args directory, entries, replacements, octets of a segment */
    public static void main(String[] args) throws Exception {
        int entries = Integer.parseInt(args[1]);
        new CapacityProgram(Path.of(args[0]), entries, Integer.parseInt(args[3])).run(Long.parseLong(args[2]));
    }

    private void run(long replacements) throws Exception {
        try (JournalStore journal = open()) {
            long started = System.nanoTime();
            for (int i = 0; i < keys.length; i++) {
                keys[i] = journal.newKey();
                force(journal, JournalBatch.of().put(keys[i], body(keys[i])));
            }
            settle();
            say("fillMillis", since(started));
            say("liveOctets", journal.liveOctets());
        }
        long started = System.nanoTime();
        try (JournalStore journal = open()) {
            say("openMillis", since(started));
            say("heapOpen", heap());
            started = System.nanoTime();
            Random random = new Random(5);
            for (long i = 0; i < replacements; i++) {
                int slot = random.nextInt(keys.length);
                long key = journal.newKey();
                force(journal, JournalBatch.of().put(key, body(key)).remove(keys[slot]));
                keys[slot] = key;
                if (i % 1000 == 0) {
                    maxDisk = Math.max(maxDisk, journal.diskOctets());
                }
                if (i == replacements / 4) {
                    settle();
                    say("heapQuarter", heap());
                }
            }
            settle();
            say("replaceMillis", since(started));
            say("heapEnd", heap());
            say("maxDisk", maxDisk);
            say("longestMicros", longest.get() / 1000);
            say("copied", journal.figures().copiedEntries());
        }
        Arrays.sort(keys);
        started = System.nanoTime();
        long[] seen = new long[1];
        JournalStore.open(settings, DirectoryFiles.of(directory), TestJournals.runtime(), (key, body, uncertain) -> {
                    if (Arrays.binarySearch(keys, key) < 0 || !Arrays.equals(body, body(key))) {
                        throw new AssertionError("Entry " + key + " is wrong");
                    }
                    seen[0]++;
                })
                .close();
        say("seen", seen[0]);
        say("reopenMillis", since(started));
    }

    private JournalStore open() throws Exception {
        return JournalStore.open(settings, DirectoryFiles.of(directory), TestJournals.runtime(), (k, b, u) -> {});
    }

    private void force(JournalStore journal, JournalBatch batch) throws JournalException {
        window.acquireUninterruptibly();
        long started = System.nanoTime();
        journal.force(batch, outcome -> {
            if (outcome != null) {
                failure.set(outcome);
            }
            longest.accumulateAndGet(System.nanoTime() - started, Math::max);
            window.release();
        });
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private void settle() {
        window.acquireUninterruptibly(OUTSTANDING);
        window.release(OUTSTANDING);
    }

    private static byte[] body(long key) {
        byte[] body = new byte[BODY];
        Arrays.fill(body, (byte) key);
        return body;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long since(long started) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }

    private static void say(String what, long value) {
        System.out.println(what + "=" + value);
    }
}
