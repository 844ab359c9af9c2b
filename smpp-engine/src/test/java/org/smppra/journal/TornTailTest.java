package org.smppra.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The power is cut at any operation of the disk, again and again: what was acknowledged is there, batches are whole. */
class TornTailTest {
    private static final int RUNS = 150 * Integer.getInteger("smpp.test.scale", 1);

    private static final JournalSettings SETTINGS = TestJournals.SMALL.withSegmentOctets(64 << 10);

    /** What the journal must hold, and what it may hold if the last batch was not acknowledged. */
    private SortedMap<Long, byte[]> sure = new TreeMap<>();

    private final List<SortedMap<Long, byte[]>> possible = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {512, 4096})
    void a_power_cut_loses_nothing_that_was_forced(int sector) throws Exception {
        Random random = new Random(sector);
        Map<String, Integer> seen = new HashMap<>();
        PowerCutFiles files = new PowerCutFiles(sector, sector);
        for (int run = 0; run < RUNS; run++) {
            run(files, random);
            files = files.restart();
            OpeningReport report = check(files);
            assertThat(report.damages()).isEmpty();
            seen.merge(report.tornTail() == null ? "clean" : "torn", 1, Integer::sum);
            // opened a second time, it is as whole as the first time
            sure = TestJournals.contents(SETTINGS, files);
        }
        assertThat(seen).containsKeys("clean", "torn");
    }

    /** Batches until the power goes. */
    private void run(PowerCutFiles files, Random random) {
        List<Long> keys = new ArrayList<>(sure.keySet());
        possible.clear();
        files.cutAfter(random.nextInt(60));
        try (JournalStore journal = TestJournals.open(SETTINGS, files, (k, b, u) -> {})) {
            possible.add(new TreeMap<>(sure));
            while (true) {
                SortedMap<Long, byte[]> after = new TreeMap<>(possible.get(possible.size() - 1));
                JournalBatch batch = batch(journal, random, keys, after);
                possible.add(after);
                if (random.nextInt(5) > 0) {
                    journal.append(batch);
                } else {
                    journal.force(batch);
                    sure = after;
                    possible.clear();
                    possible.add(after);
                }
            }
        } catch (JournalException e) {
            assertThat(files.isOff()).isTrue();
            possible.add(0, sure);
        }
    }

    private static JournalBatch batch(
            JournalStore journal, Random random, List<Long> keys, SortedMap<Long, byte[]> after) {
        JournalBatch batch = JournalBatch.of();
        int size = 1 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            boolean any = !keys.isEmpty();
            int what = random.nextInt(10);
            long key = any && what < 7 ? keys.get(random.nextInt(keys.size())) : journal.newKey();
            if (what < 5 && any) {
                batch.remove(key);
                after.remove(key);
            } else {
                byte[] body = new byte[random.nextInt(random.nextInt(3000) + 1)];
                random.nextBytes(body);
                batch.put(key, body);
                after.put(key, body);
                keys.add(key);
            }
        }
        Collections.shuffle(keys, random);
        return batch;
    }

    private OpeningReport check(PowerCutFiles files) throws JournalException {
        SortedMap<Long, byte[]> found = new TreeMap<>();
        OpeningReport report;
        try (JournalStore journal = TestJournals.open(SETTINGS, files, (key, body, uncertain) -> {
            assertThat(uncertain).isFalse();
            found.put(key, body);
        })) {
            report = journal.openingReport();
            for (long key : found.keySet()) {
                assertThat(journal.read(key)).isEqualTo(found.get(key));
            }
        }
        if (!possible.isEmpty()) {
            assertThat(possible).anySatisfy(p -> assertThat(same(p, found)).isTrue());
        }
        return report;
    }

    private static boolean same(SortedMap<Long, byte[]> a, SortedMap<Long, byte[]> b) {
        return a.keySet().equals(b.keySet())
                && a.keySet().stream().allMatch(k -> java.util.Arrays.equals(a.get(k), b.get(k)));
    }

    /** A record that was whole behind the gap must not come back when a new one has closed the gap. */
    @Test
    void what_was_cut_does_not_come_back_behind_what_is_written_next() throws Exception {
        PowerCutFiles files = new PowerCutFiles(1, 512);
        PowerCutFiles torn;
        long key;
        try (JournalStore journal = TestJournals.open(SETTINGS, files, (k, b, u) -> {})) {
            key = journal.newKey();
            journal.force(JournalBatch.of().put(key, new byte[100]));
            torn = files.copy(2);
        }
        String name = Segment.name(1);
        ByteBuffer octets = ByteBuffer.wrap(torn.octets(name));
        UUID log = SegmentHeader.decode(octets).log();
        SegmentScan scan = new SegmentScan(log, 1, octets);
        while (scan.next()) {
            // to the last record
        }
        // the mark that opening writes and a record of 64 octets fit into this gap
        int stale = scan.end() + RecordFormat.MARK_OCTETS + 64;
        octets.position(stale + RecordFormat.HEADER);
        EntryFormat.put(octets, key + 1, new byte[8], false);
        new RecordFormat(log)
                .complete(octets, stale, Place.of(1, stale), RecordFormat.ENTRIES, 1, Place.of(1, scan.end()), 0);
        torn.damage(name, octets.array());
        try (JournalStore journal = TestJournals.open(SETTINGS, torn, (k, b, u) -> {})) {
            assertThat(journal.openingReport().tornTail()).isNotNull();
            journal.force(JournalBatch.of().put(key + 2, new byte[16]));
            torn.cut();
        }
        PowerCutFiles after = torn.restart();
        ByteBuffer left = ByteBuffer.wrap(after.octets(name));
        assertThat(EntryFormat.key(left, stale - 32))
                .as("where the new record ends")
                .isEqualTo(key + 2);
        assertThat(TestJournals.contents(SETTINGS, after)).containsOnlyKeys(key, key + 2);
    }
}
