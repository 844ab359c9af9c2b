package org.smppra.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Old segments go, what is live in them stays, and nobody notices. */
class CleaningTest {
    private static final int SCALE = Integer.getInteger("smpp.test.scale", 1);
    private static final String SECRET = "Your code is 4711";

    private final PowerCutFiles files = new PowerCutFiles(1, 4096);
    private final TestClock clock = new TestClock();

    private JournalStore open(JournalSettings settings) throws JournalException {
        JournalRuntime runtime = TestJournals.runtime();
        return JournalStore.open(
                settings, files, new JournalRuntime(runtime.threads(), runtime.nanoTime(), clock), (k, b, u) -> {});
    }

    private boolean onDisk(String text) {
        return files.names().stream()
                .anyMatch(n -> new String(files.octets(n), StandardCharsets.ISO_8859_1).contains(text));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_body_that_is_removed_or_replaced_is_erased_in_time(boolean replaced) throws Exception {
        JournalSettings settings = TestJournals.SMALL.withEraseWithin(Duration.ofHours(2));
        try (JournalStore journal = open(settings)) {
            long old = journal.newKey();
            long key = journal.newKey();
            journal.force(JournalBatch.of().put(old, octets("waits for weeks")));
            journal.force(JournalBatch.of().put(key, octets(SECRET)));
            journal.force(
                    replaced
                            ? JournalBatch.of().put(key, octets("gone"))
                            : JournalBatch.of().remove(key));
            assertThat(onDisk(SECRET)).isTrue();
            clock.advance(Duration.ofHours(1));
            TestJournals.await(() -> !onDisk(SECRET));
            assertThat(journal.read(old)).isEqualTo(octets("waits for weeks"));
        }
    }

    @Test
    void the_time_of_a_body_does_not_begin_again_with_each_opening() throws Exception {
        JournalSettings settings = TestJournals.SMALL.withEraseWithin(Duration.ofHours(2));
        try (JournalStore journal = open(settings)) {
            long key = journal.newKey();
            journal.force(JournalBatch.of().put(journal.newKey(), octets("waits for weeks")));
            journal.force(JournalBatch.of().put(key, octets(SECRET)));
            journal.force(JournalBatch.of().remove(key));
        }
        clock.advance(Duration.ofMinutes(40));
        open(settings).close();
        clock.advance(Duration.ofMinutes(20));
        assertThat(onDisk(SECRET)).isTrue();
        try (JournalStore journal = open(settings)) {
            TestJournals.await(() -> !onDisk(SECRET));
            assertThat(journal.size()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_disk_is_bounded_in_whatever_order_entries_go(boolean random) throws Exception {
        JournalSettings settings =
                TestJournals.SMALL.withSegmentOctets(64 << 10).withDiskFactor(3);
        long largest = 0;
        try (JournalStore journal = open(settings)) {
            List<Long> keys = new ArrayList<>();
            for (int i = 0; i < 20_000 * SCALE; i++) {
                long key = journal.newKey();
                JournalBatch batch = JournalBatch.of().put(key, new byte[300]);
                if (keys.size() == 1000) {
                    batch.remove(
                            keys.remove(random ? ThreadLocalRandom.current().nextInt(1000) : 0));
                }
                keys.add(key);
                if (i % 10 == 0) {
                    journal.force(batch);
                } else {
                    journal.append(batch);
                }
                largest = Math.max(largest, journal.diskOctets());
            }
            assertThat(largest).isLessThan(3 * 1000 * 316 + (JournalSettings.KEPT_SEGMENTS + 2) * (64 << 10));
            assertThat(journal.size()).isEqualTo(1000);
            assertThat(journal.figures().droppedSegments()).isGreaterThan(50);
        }
        assertThat(TestJournals.contents(files)).hasSize(1000);
    }

    @Test
    void readers_find_every_entry_while_it_is_moved() throws Exception {
        JournalSettings settings = TestJournals.SMALL.withDiskFactor(1.5);
        ConcurrentMap<Long, byte[]> live = new ConcurrentHashMap<>();
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (JournalStore journal = open(settings)) {
            List<Long> stays = Collections.synchronizedList(new ArrayList<>());
            for (int i = 0; i < 100; i++) {
                long key = journal.newKey();
                byte[] body = new byte[200];
                ThreadLocalRandom.current().nextBytes(body);
                journal.force(JournalBatch.of().put(key, body));
                live.put(key, body);
                stays.add(key);
            }
            CountDownLatch read = new CountDownLatch(3);
            List<Future<Long>> readers = new ArrayList<>();
            for (int t = 0; t < 3; t++) {
                readers.add(threads.submit(() -> {
                    long count = 0;
                    while (!stop.get()) {
                        long key = stays.get(ThreadLocalRandom.current().nextInt(stays.size()));
                        assertThat(Arrays.equals(journal.read(key), live.get(key)))
                                .isTrue();
                        if (++count == 1000) {
                            read.countDown();
                        }
                    }
                    return count;
                }));
            }
            long before = 0;
            Random random = new Random(3);
            while (read.getCount() > 0 || journal.figures().copiedEntries() < 500) {
                long key = journal.newKey();
                journal.force(JournalBatch.of().put(key, new byte[random.nextInt(1000)]));
                if (before != 0) {
                    journal.append(JournalBatch.of().remove(before));
                }
                before = key;
            }
            stop.set(true);
            for (Future<Long> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        } finally {
            stop.set(true);
            threads.shutdownNow();
        }
    }

    @Test
    void octets_that_go_bad_after_opening_cost_their_entries_only_and_are_reported() throws Exception {
        JournalSettings settings = TestJournals.SMALL.withEraseWithin(Duration.ofHours(2));
        try (JournalStore journal = open(settings)) {
            List<Long> keys = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                keys.add(journal.newKey());
                journal.force(JournalBatch.of().put(keys.get(i), octets("body " + i + " of ten")));
            }
            files.spoil("segment-0000000001.log", octets("body 4"), octets("body X"));
            journal.force(JournalBatch.of().remove(keys.get(9)));
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> journal.read(keys.get(4))))
                    .hasMessageStartingWith("SMPP-JOURNAL-ENTRY: ")
                    .hasMessageContaining("is damaged");
            clock.advance(Duration.ofHours(1));
            TestJournals.await(() -> files.names().contains("damaged/segment-0000000001.log"));
            assertThat(journal.figures().damagedEntries()).isEqualTo(1);
            assertThat(journal.size()).isEqualTo(8);
            for (int i : new int[] {0, 1, 2, 3, 5, 6, 7, 8}) {
                assertThat(journal.read(keys.get(i))).isEqualTo(octets("body " + i + " of ten"));
            }
            assertThat(journal.state()).isEqualTo(JournalState.RUNNING);
        }
    }
}
