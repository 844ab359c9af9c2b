package org.smppra.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Octets on the disk change, vanish, or are cut off: what they do not touch is there, and nothing wrong is returned. */
class DamageTest {
    private static final int SCALE = Integer.getInteger("smpp.test.scale", 1);

    private final Random random = new Random(42);
    private PowerCutFiles sound;
    private LogModel model;

    @BeforeEach
    void writesAShortLogOfSeveralSegments() throws JournalException {
        sound = new PowerCutFiles(1, 512);
        List<Long> keys = new ArrayList<>();
        try (JournalStore journal = TestJournals.open(TestJournals.SMALL, sound, (k, b, u) -> {})) {
            while (journal.figures().segments() < 4) {
                JournalBatch batch = JournalBatch.of();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    boolean old = keys.size() > 10 && random.nextBoolean();
                    long key = old ? keys.get(random.nextInt(keys.size())) : journal.newKey();
                    if (old && random.nextBoolean()) {
                        batch.remove(key);
                    } else {
                        byte[] body = new byte[random.nextInt(600)];
                        random.nextBytes(body);
                        batch.put(key, body);
                        keys.add(key);
                    }
                }
                journal.force(batch);
            }
            journal.force(JournalBatch.of().put(journal.newKey(), new byte[500]).remove(keys.get(0)));
            journal.force(JournalBatch.of().put(keys.get(1), new byte[300]));
        }
        model = LogModel.of(sound);
    }

    @Test
    void the_model_of_the_test_says_what_the_journal_says() throws Exception {
        List<OpeningReport> reports = new ArrayList<>();
        assertThat(LogModel.opened(sound, reports)).isEqualTo(model.live(r -> false, 0));
        assertThat(reports.get(0).damages()).isEmpty();
        assertThat(reports.get(0).tornTail()).isNull();
        assertThat(reports.get(0).liveEntries()).isGreaterThan(20);
    }

    @Test
    void one_octet_changed_anywhere_costs_one_record_at_most() throws Exception {
        int step = SCALE >= 20 ? 1 : 23;
        for (String name : segments()) {
            byte[] octets = sound.octets(name);
            for (int at = 0; at < octets.length; at += step) {
                byte[] changed = octets.clone();
                changed[at] ^= (byte) (1 << random.nextInt(8));
                damaged(name, changed, at, at + 1);
            }
        }
    }

    @Test
    void a_sector_of_zeros_costs_the_records_in_it() throws Exception {
        for (int run = 0; run < 50 * SCALE; run++) {
            String name = segments().get(random.nextInt(segments().size()));
            byte[] octets = sound.octets(name);
            int at = SegmentHeader.OCTETS / 2 + random.nextInt((octets.length - SegmentHeader.OCTETS / 2) / 512) * 512;
            at = Math.max(at, SegmentHeader.OCTETS);
            Arrays.fill(octets, at, Math.min(octets.length, at + 512), (byte) 0);
            damaged(name, octets, at, at + 512);
        }
    }

    @Test
    void a_header_of_zeros_costs_nothing() throws Exception {
        for (String name : segments()) {
            byte[] octets = sound.octets(name);
            Arrays.fill(octets, 0, SegmentHeader.OCTETS, (byte) 0);
            PowerCutFiles files = sound.copy(2);
            files.damage(name, octets);
            List<OpeningReport> reports = new ArrayList<>();
            assertThat(LogModel.opened(files, reports)).isEqualTo(model.live(r -> false, 0));
            assertThat(reports.get(0).damages()).singleElement().satisfies(d -> assertThat(d.segment())
                    .isEqualTo(name));
            assertThat(LogModel.opened(files, reports)).isEqualTo(model.live(r -> false, 0));
        }
    }

    /** The last marks may be gone in silence, for they cannot be told from what a crash left; all else must be reported. */
    private void damaged(String name, byte[] octets, int from, int to) throws JournalException {
        PowerCutFiles files = sound.copy(from);
        files.damage(name, octets);
        List<LogModel.Written> overlapping =
                model.records().stream().filter(r -> r.overlaps(name, from, to)).toList();
        int size = model.records().size();
        boolean silent = Arrays.equals(octets, sound.octets(name))
                || model.records().subList(size - 2, size).containsAll(overlapping);
        List<LogModel.Written> hit = silent ? List.of() : overlapping;
        long before = silent ? 0 : Math.max(hit.get(hit.size() - 1).endPlace(), Place.of(Segment.number(name), 0));
        SortedMap<Long, LogModel.Entry> expected = model.live(hit::contains, before);
        List<OpeningReport> reports = new ArrayList<>();
        String where = name + " at " + from;
        same(LogModel.opened(files, reports), expected, where);
        assertThat(reports.get(0).damages()).as(where).hasSize(silent ? 0 : 1);
        same(LogModel.opened(files, reports), expected, where + " again");
        same(LogModel.opened(files, reports), expected, where + " a third time");
    }

    /** Says where they differ, not all that they are. */
    private static void same(
            SortedMap<Long, LogModel.Entry> found, SortedMap<Long, LogModel.Entry> expected, String where) {
        SortedSet<Long> keys = new TreeSet<>(found.keySet());
        keys.addAll(expected.keySet());
        assertThat(keys.stream()
                        .filter(k -> !Objects.equals(found.get(k), expected.get(k)))
                        .limit(3)
                        .map(k -> k + ": " + found.get(k) + ", expected " + expected.get(k)))
                .as(where)
                .isEmpty();
    }

    @Test
    void a_file_cut_at_any_octet_opens_with_what_was_before() throws Exception {
        int step = SCALE >= 20 ? 1 : 37;
        String name = segments().get(segments().size() - 1);
        byte[] octets = sound.octets(name);
        for (int length = 0; length < octets.length; length += step) {
            int cut = length;
            PowerCutFiles files = sound.copy(length);
            files.damage(name, Arrays.copyOf(octets, length));
            List<OpeningReport> reports = new ArrayList<>();
            SortedMap<Long, LogModel.Entry> live = LogModel.opened(files, reports);
            SortedMap<Long, LogModel.Entry> expected =
                    model.live(r -> r.overlaps(name, cut, Integer.MAX_VALUE), Long.MAX_VALUE);
            assertThat(live.keySet()).as("cut at %d", length).isEqualTo(expected.keySet());
            live.forEach((key, entry) ->
                    assertThat(entry.body()).isEqualTo(expected.get(key).body()));
            assertThat(reports.get(0).damages()).as("cut at %d", length).isNotEmpty();
            same(LogModel.opened(files, reports), live, "again, cut at " + length);
        }
    }

    @Test
    void a_file_that_is_missing_is_reported_and_what_is_older_is_uncertain() throws Exception {
        String name = segments().get(1);
        PowerCutFiles files = sound.copy(3);
        files.lose(name);
        List<OpeningReport> reports = new ArrayList<>();
        assertThat(LogModel.opened(files, reports))
                .isEqualTo(model.live(r -> r.segment().equals(name), Place.of(Segment.number(name) + 1, 0)));
        assertThat(reports.get(0).damages())
                .extracting(Damage::segment, Damage::what)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(name, "the file is missing"));
    }

    @Test
    void a_damaged_segment_is_set_aside_once_what_is_live_was_copied() throws Exception {
        String name = segments().get(1);
        PowerCutFiles files = sound.copy(4);
        byte[] octets = files.octets(name);
        octets[6000] ^= 1;
        files.damage(name, octets);
        List<OpeningReport> reports = new ArrayList<>();
        SortedMap<Long, LogModel.Entry> live = LogModel.opened(files, reports);
        try (JournalStore journal = TestJournals.open(TestJournals.SMALL, files, (k, b, u) -> {})) {
            TestJournals.await(() -> files.names().contains("damaged/" + name));
            for (long key : live.keySet()) {
                assertThat(LogModel.text(journal.read(key)))
                        .isEqualTo(live.get(key).body());
            }
        }
        assertThat(files.octets("damaged/" + name)).isEqualTo(octets);
        assertThat(files.names()).doesNotContain(name, segments().get(0));
        // copies keep the mark until their owner has seen to them
        assertThat(LogModel.opened(files, reports)).isEqualTo(live);
        assertThat(reports.get(1).damages()).isEmpty();
        assertThat(live.values()).anyMatch(LogModel.Entry::uncertain).anyMatch(e -> !e.uncertain());
        try (JournalStore journal = TestJournals.open(TestJournals.SMALL, files, (k, b, u) -> {})) {
            for (long key : live.keySet()) {
                journal.append(JournalBatch.of().put(key, journal.read(key)));
            }
        }
        assertThat(LogModel.opened(files, reports).values()).noneMatch(LogModel.Entry::uncertain);
    }

    @Test
    void keys_of_lost_records_are_not_given_again() throws Exception {
        long largest = model.live(r -> false, 0).lastKey();
        String name = segments().get(segments().size() - 1);
        PowerCutFiles files = sound.copy(5);
        files.damage(name, new byte[files.octets(name).length]);
        try (JournalStore journal = TestJournals.open(TestJournals.SMALL, files, (k, b, u) -> {})) {
            assertThat(journal.newKey()).isGreaterThan(largest);
        }
    }

    @Test
    void a_log_that_a_newer_version_wrote_is_refused_with_both_versions() throws Exception {
        PowerCutFiles files = sound.copy(6);
        String name = segments().get(segments().size() - 1);
        files.damage(name, withVersion(files.octets(name), 7));
        assertThatThrownBy(() -> TestJournals.open(TestJournals.SMALL, files, (k, b, u) -> {}))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("SMPP-JOURNAL-VERSION")
                .hasMessageContaining("format 7")
                .hasMessageContaining("knows 1");
        assertThat(files.octets(name)).isEqualTo(withVersion(sound.octets(name), 7));
    }

    @Test
    void one_segment_of_another_version_or_log_is_damage() throws Exception {
        for (byte[] strange : List.of(withVersion(sound.octets(segments().get(1)), 7), ofAnotherLog())) {
            PowerCutFiles files = sound.copy(7);
            files.damage(segments().get(1), strange);
            List<OpeningReport> reports = new ArrayList<>();
            assertThat(LogModel.opened(files, reports))
                    .isEqualTo(model.live(r -> r.segment().equals(segments().get(1)), Place.of(2, strange.length)));
            assertThat(reports.get(0).damages()).hasSize(1);
        }
    }

    private byte[] ofAnotherLog() {
        SegmentHeader header = new SegmentHeader(1, 16 << 10, new UUID(1, 2), 2, 1, 0, 0);
        return ByteBuffer.wrap(sound.octets(segments().get(1)))
                .put(header.encode().array())
                .array();
    }

    private static byte[] withVersion(byte[] octets, int version) {
        SegmentHeader h = SegmentHeader.decode(ByteBuffer.wrap(octets));
        SegmentHeader newer =
                new SegmentHeader(version, h.size(), h.log(), h.number(), h.epoch(), h.end(), h.seconds());
        return ByteBuffer.wrap(octets).put(newer.encode().array()).array();
    }

    private List<String> segments() {
        return sound.names().stream().filter(n -> Segment.number(n) > 0).toList();
    }
}
