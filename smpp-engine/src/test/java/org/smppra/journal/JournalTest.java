package org.smppra.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path directory;

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private JournalStore open(List<String> seen) throws JournalException {
        return TestJournals.open(
                directory,
                (key, body, uncertain) ->
                        seen.add(key + "=" + new String(body, StandardCharsets.UTF_8) + (uncertain ? "?" : "")));
    }

    @Test
    void what_was_forced_is_there_after_reopening() throws Exception {
        long a;
        long b;
        long c;
        try (JournalStore journal = open(new ArrayList<>())) {
            a = journal.newKey();
            b = journal.newKey();
            c = journal.newKey();
            journal.force(JournalBatch.of().put(a, octets("one")).put(b, octets("two")));
            journal.force(JournalBatch.of().put(c, octets("three")));
            journal.force(JournalBatch.of().put(a, octets("uno")).remove(b));
            assertThat(journal.size()).isEqualTo(2);
            assertThat(journal.read(a)).isEqualTo(octets("uno"));
        }
        List<String> seen = new ArrayList<>();
        try (JournalStore journal = open(seen)) {
            assertThat(seen).containsExactly(c + "=three", a + "=uno");
            assertThat(journal.newKey()).isGreaterThan(c);
            assertThat(journal.openingReport().damages()).isEmpty();
            assertThat(journal.openingReport().tornTail()).isNull();
            assertThat(journal.openingReport().liveEntries()).isEqualTo(2);
        }
    }

    @Test
    void what_was_appended_is_there_after_closing() throws Exception {
        long a;
        try (JournalStore journal = open(new ArrayList<>())) {
            a = journal.newKey();
            journal.append(JournalBatch.of().put(a, octets("lazy")));
        }
        List<String> seen = new ArrayList<>();
        open(seen).close();
        assertThat(seen).containsExactly(a + "=lazy");
    }

    @Test
    void a_callback_is_told_when_the_batch_can_be_read() throws Exception {
        try (JournalStore journal = open(new ArrayList<>())) {
            long a = journal.newKey();
            List<Object> told = new ArrayList<>();
            CountDownLatch latch = new CountDownLatch(1);
            journal.force(JournalBatch.of().put(a, octets("x")), failure -> {
                try {
                    told.add(failure == null ? journal.read(a) : failure);
                } catch (JournalException e) {
                    told.add(e);
                }
                latch.countDown();
            });
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(told).containsExactly(octets("x"));
        }
    }

    @Test
    void records_of_many_segments_are_there_after_reopening() throws Exception {
        List<String> expected = new ArrayList<>();
        try (JournalStore journal = open(new ArrayList<>())) {
            for (int i = 0; i < 1000; i++) {
                long key = journal.newKey();
                journal.append(JournalBatch.of().put(key, octets("body of " + i)));
                expected.add(key + "=body of " + i);
            }
            long large = journal.newKey();
            String text = "x".repeat(100_000);
            journal.force(JournalBatch.of().put(large, octets(text)));
            expected.add(large + "=" + text);
            assertThat(journal.figures().segments()).isGreaterThan(3);
        }
        List<String> seen = new ArrayList<>();
        try (JournalStore journal = open(seen)) {
            assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void an_entry_that_is_not_there_is_named() throws Exception {
        try (JournalStore journal = open(new ArrayList<>())) {
            assertThatThrownBy(() -> journal.read(4711))
                    .isInstanceOf(JournalException.class)
                    .hasMessageStartingWith("SMPP-JOURNAL-ENTRY: ")
                    .hasMessageContaining("4711");
        }
    }

    @Test
    void a_closed_journal_takes_nothing() throws Exception {
        JournalStore journal = open(new ArrayList<>());
        journal.close();
        journal.close();
        assertThat(journal.state()).isEqualTo(JournalState.CLOSED);
        assertThatThrownBy(() -> journal.force(JournalBatch.of().remove(1)))
                .hasMessageStartingWith("SMPP-JOURNAL-CLOSED");
        assertThatThrownBy(() -> journal.read(1)).hasMessageStartingWith("SMPP-JOURNAL-CLOSED");
    }
}
