package org.smppra.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Two segments of any octets. The checksums are often made right, or nothing behind them would ever be reached. */
class OpeningFuzzTest {
    private static final UUID LOG = new UUID(4711, 815);
    private static final int SIZE = 16 << 10;

    static Stream<byte[]> logs() throws JournalException {
        PowerCutFiles files = new PowerCutFiles(1, 512);
        try (JournalStore journal = TestJournals.open(TestJournals.SMALL, files, (k, b, u) -> {})) {
            long a = journal.newKey();
            journal.force(JournalBatch.of().put(a, new byte[30]).put(journal.newKey(), new byte[7]));
            journal.force(JournalBatch.of().put(a, new byte[0]).remove(a + 1));
            journal.force(JournalBatch.of().put(journal.newKey(), new byte[300]));
        }
        byte[] octets = files.octets("segment-0000000001.log");
        byte[] records = Arrays.copyOfRange(octets, SegmentHeader.OCTETS, SegmentHeader.OCTETS + 1000);
        return Stream.of(0, 1, 2, 3).map(mode -> {
            byte[] input = Arrays.copyOf(new byte[] {mode.byteValue(), 100}, 2 + records.length);
            System.arraycopy(records, 0, input, 2, records.length);
            return input;
        });
    }

    @MethodSource("logs")
    @FuzzTest
    void any_octets_open_and_open_again_to_the_same(byte[] input) throws Exception {
        if (input.length < 2) {
            return;
        }
        PowerCutFiles files = files(input);
        SortedMap<Long, LogModel.Entry> first = open(files);
        // what damage made uncertain stays so, what was certain too
        assertThat(open(files)).isEqualTo(first);
        assertThat(open(files)).isEqualTo(first);
    }

    private static SortedMap<Long, LogModel.Entry> open(PowerCutFiles files) throws JournalException {
        SortedMap<Long, LogModel.Entry> live = new TreeMap<>();
        try (JournalStore journal = TestJournals.open(
                TestJournals.SMALL,
                files,
                (key, body, uncertain) -> live.put(key, new LogModel.Entry(LogModel.text(body), uncertain)))) {
            assertThat(journal.size()).isEqualTo(live.size());
            List<Long> keys = new ArrayList<>(live.keySet());
            for (long key : keys) {
                assertThat(LogModel.text(journal.read(key)))
                        .isEqualTo(live.get(key).body());
            }
            assertThat(journal.newKey()).isGreaterThan(live.isEmpty() ? 0 : live.lastKey());
            assertThat(journal.state()).isEqualTo(JournalState.RUNNING);
        }
        return live;
    }

    /** The first octet says whether checksums are made right, and whether the log has one segment or two. */
    private static PowerCutFiles files(byte[] input) {
        PowerCutFiles files = new PowerCutFiles(1, 512);
        int half = (input.length - 2) / 2;
        boolean two = (input[0] & 2) != 0;
        int end = SegmentHeader.OCTETS + (input[1] & 0xFF) * 8;
        files.damage(Segment.name(1), segment(1, 0, input, 2, two ? half : input.length - 2));
        if (two) {
            files.damage(Segment.name(2), segment(2, end, input, 2 + half, input.length - 2 - half));
        }
        return files;
    }

    private static byte[] segment(long number, int end, byte[] input, int from, int length) {
        SegmentHeader header = new SegmentHeader(SegmentHeader.VERSION, SIZE, LOG, number, 1, end, 0);
        ByteBuffer octets = ByteBuffer.allocate(SIZE).put(header.encode());
        octets.put(input, from, Math.min(length, octets.remaining()));
        if ((input[0] & 1) != 0) {
            makeRight(octets.clear(), number);
        }
        return octets.array();
    }

    private static void makeRight(ByteBuffer octets, long number) {
        RecordFormat format = new RecordFormat(LOG);
        int at = SegmentHeader.OCTETS;
        while (at <= SIZE - RecordFormat.HEADER) {
            int length = RecordFormat.length(octets, at);
            if (octets.getShort(at) != 0x4A52
                    || length < RecordFormat.HEADER
                    || length > SIZE - at
                    || (length & 7) != 0) {
                at += 8;
                continue;
            }
            entries(octets, at + RecordFormat.HEADER, at + length);
            octets.position(at + length);
            format.complete(
                    octets,
                    at,
                    Place.of(number, at),
                    RecordFormat.type(octets, at),
                    RecordFormat.count(octets, at),
                    RecordFormat.forced(octets, at),
                    RecordFormat.seconds(octets, at));
            at += length;
        }
    }

    private static void entries(ByteBuffer octets, int from, int to) {
        int at = from;
        while (at <= to - EntryFormat.HEADER && EntryFormat.bodyLength(octets, at) <= to - at - EntryFormat.HEADER) {
            byte[] body = EntryFormat.body(octets, at);
            boolean uncertain = EntryFormat.uncertain(octets, at);
            ByteBuffer right = ByteBuffer.allocate(EntryFormat.HEADER + body.length);
            if (EntryFormat.removal(octets, at)) {
                EntryFormat.remove(right, EntryFormat.key(octets, at));
                right.put(body);
            } else {
                EntryFormat.put(right, EntryFormat.key(octets, at), body, uncertain);
            }
            octets.put(at, right.array());
            at += right.capacity();
        }
    }
}
