package org.smppra.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full refuses what adds to it, and lets an outbox be emptied. */
class FullDiskTest {
    private static final int SCALE = Integer.getInteger("smpp.test.scale", 1);
    private static final int LARGER = 256 << 10;

    private final PowerCutFiles files = new PowerCutFiles(1, 512);
    private final Random random = new Random(7);
    private JournalFullException refusal;

    private JournalStore open() throws JournalException {
        return TestJournals.open(TestJournals.SMALL, files, (k, b, u) -> {});
    }

    /** Puts until it is refused. @return what was acknowledged */
    private SortedMap<Long, byte[]> fill(JournalStore journal, int length) throws JournalException {
        SortedMap<Long, byte[]> forced = new TreeMap<>();
        while (true) {
            byte[] body = new byte[length];
            random.nextBytes(body);
            long key = journal.newKey();
            try {
                journal.force(JournalBatch.of().put(key, body));
                forced.put(key, body);
            } catch (JournalFullException e) {
                refusal = e;
                return forced;
            }
        }
    }

    private void same(SortedMap<Long, byte[]> expected) throws JournalException {
        SortedMap<Long, byte[]> found = TestJournals.contents(files);
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((key, body) -> assertThat(found.get(key)).isEqualTo(body));
    }

    @Test
    void what_adds_is_refused_with_the_directory_and_the_cause() throws Exception {
        files.capacity(20 * (16 << 10));
        SortedMap<Long, byte[]> forced;
        try (JournalStore journal = open()) {
            forced = fill(journal, 300);
            assertThat(forced).hasSizeGreaterThan(500);
            assertThat(refusal)
                    .hasMessageStartingWith("SMPP-JOURNAL-FULL: No room for another segment of the journal in memory")
                    .hasMessageContaining("No space left");
            for (long key : forced.keySet()) {
                assertThat(journal.read(key)).isEqualTo(forced.get(key));
            }
        }
        same(forced);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 300, 2000})
    void all_can_be_settled_and_removed_in_any_order_and_then_it_goes_on(int length) throws Exception {
        files.capacity(20 * (16 << 10));
        try (JournalStore journal = open()) {
            List<Long> keys = new ArrayList<>(fill(journal, length).keySet());
            Collections.shuffle(keys, random);
            for (long key : keys) {
                if (random.nextInt(4) == 0) {
                    journal.force(JournalBatch.of().put(key, new byte[Math.min(length, 20)]));
                }
                journal.force(JournalBatch.of().remove(key));
            }
            assertThat(journal.size()).isZero();
            TestJournals.await(() -> journal.state() == JournalState.RUNNING);
            assertThat(journal.reason()).isEmpty();
            assertThat(fill(journal, length)).hasSizeGreaterThan(keys.size() * 3 / 4);
        }
    }

    @Test
    void it_goes_on_when_there_is_room_again() throws Exception {
        files.capacity(10 * (16 << 10));
        try (JournalStore journal = open()) {
            int before = fill(journal, 300).size();
            files.capacity(20 * (16 << 10));
            TestJournals.await(() -> journal.state() == JournalState.RUNNING);
            assertThat(fill(journal, 300)).hasSizeGreaterThan(before);
        }
    }

    /** In segments that are large beside what each opening writes: a page or two. */
    @Test
    void it_opens_on_a_full_disk_and_can_be_emptied() throws Exception {
        JournalSettings settings = JournalSettings.defaults().withSegmentOctets(LARGER);
        files.capacity(20 * LARGER);
        SortedMap<Long, byte[]> forced;
        try (JournalStore journal = TestJournals.open(settings, files, (k, b, u) -> {})) {
            forced = fill(journal, 3_000);
        }
        files.capacity(
                files.names().stream().mapToLong(n -> files.octets(n).length).sum());
        for (int i = 0; i < 5; i++) {
            assertThat(TestJournals.contents(settings, files).keySet()).isEqualTo(forced.keySet());
        }
        try (JournalStore journal = TestJournals.open(settings, files, (k, b, u) -> {})) {
            for (long key : forced.keySet()) {
                journal.force(JournalBatch.of().remove(key));
            }
            assertThat(journal.size()).isZero();
        }
        assertThat(TestJournals.contents(settings, files)).isEmpty();
    }

    @Test
    void a_batch_that_is_refused_leaves_nothing_behind() throws Exception {
        files.capacity(20 * (16 << 10));
        SortedMap<Long, byte[]> forced;
        try (JournalStore journal = open()) {
            forced = fill(journal, 300);
            long some = forced.firstKey();
            boolean refused = false;
            while (!refused) { // cleaning may have found a little room
                long key = journal.newKey();
                try {
                    journal.force(JournalBatch.of().put(some, new byte[2]).put(key, new byte[300]));
                    forced.put(some, new byte[2]);
                    forced.put(key, new byte[300]);
                } catch (JournalFullException e) {
                    refused = true;
                }
            }
            assertThat(journal.read(some)).isEqualTo(forced.get(some));
        }
        same(forced);
    }

    @Test
    void a_record_that_needs_a_file_of_its_own_is_refused_alone() throws Exception {
        files.capacity(10 * (16 << 10));
        try (JournalStore journal = open()) {
            assertThatThrownBy(() -> journal.force(JournalBatch.of().put(journal.newKey(), new byte[200_000])))
                    .isInstanceOf(JournalFullException.class);
            journal.force(JournalBatch.of().put(journal.newKey(), new byte[200]));
            assertThat(journal.state()).isEqualTo(JournalState.RUNNING);
            assertThat(files.list()).noneMatch(n -> files.octets(n).length > 16 << 10);
        }
    }

    @Test
    void removals_never_fail_while_others_fill_the_disk_again_and_again() throws Exception {
        files.capacity(12 * (16 << 10));
        SortedMap<Long, byte[]> live = new TreeMap<>();
        int refused = 0;
        for (int run = 0; run < 5 * SCALE; run++) {
            try (JournalStore journal = open()) {
                for (int i = 0; i < 2000; i++) {
                    List<Long> keys = new ArrayList<>(live.keySet());
                    if (random.nextInt(1000) < 500 + 400 * (run % 2) || keys.isEmpty()) {
                        long key = journal.newKey();
                        byte[] body = new byte[random.nextInt(600)];
                        try {
                            journal.force(JournalBatch.of().put(key, body));
                            live.put(key, body);
                        } catch (JournalFullException e) {
                            refused++;
                        }
                    } else {
                        long key = keys.get(random.nextInt(keys.size()));
                        journal.force(JournalBatch.of().remove(key));
                        live.remove(key);
                    }
                }
            }
            same(live);
        }
        assertThat(refused).isPositive();
    }
}
