package org.smppra.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A write or force that fails ends the journal, and nobody is told that all is well. */
class FailureTest {
    private final PowerCutFiles files = new PowerCutFiles(1, 512);

    private JournalStore open() throws JournalException {
        return TestJournals.open(TestJournals.SMALL, files, (k, b, u) -> {});
    }

    private static void takesNothing(JournalStore journal, long key) throws Exception {
        assertThat(journal.state()).isEqualTo(JournalState.FAILED);
        assertThat(journal.reason()).contains("memory", "fails");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> journal.force(JournalBatch.of().remove(key)))
                    .isExactlyInstanceOf(JournalException.class)
                    .hasMessageStartingWith("SMPP-JOURNAL-FAILED: ")
                    .hasMessageContaining("memory");
            assertThatThrownBy(() -> journal.append(JournalBatch.of().remove(key)))
                    .hasMessageStartingWith("SMPP-JOURNAL-FAILED: ");
            assertThatThrownBy(() -> journal.read(key)).hasMessageStartingWith("SMPP-JOURNAL-FAILED: ");
        }
        CompletableFuture<JournalException> told = new CompletableFuture<>();
        journal.force(JournalBatch.of().remove(key), told::complete);
        assertThat(told.get(30, TimeUnit.SECONDS)).hasMessageStartingWith("SMPP-JOURNAL-FAILED: ");
    }

    @Test
    void one_force_that_fails_is_the_end() throws Exception {
        long key;
        try (JournalStore journal = open()) {
            key = journal.newKey();
            journal.force(JournalBatch.of().put(key, new byte[9]));
            long second = journal.newKey();
            files.failForces("segment", 1);
            assertThatThrownBy(() -> journal.force(JournalBatch.of().put(second, new byte[1])))
                    .hasMessageStartingWith("SMPP-JOURNAL-FAILED: ")
                    .hasMessageContaining("Forcing fails")
                    .hasRootCauseMessage("Forcing fails");
            takesNothing(journal, key);
        }
        SortedMap<Long, byte[]> found = TestJournals.contents(files);
        assertThat(found).containsKey(key);
    }

    @Test
    void one_write_that_fails_is_the_end() throws Exception {
        long key;
        try (JournalStore journal = open()) {
            key = journal.newKey();
            journal.force(JournalBatch.of().put(key, new byte[9]));
            files.failWrites("segment", 1);
            assertThatThrownBy(() -> journal.force(JournalBatch.of().remove(key)))
                    .hasMessageContaining("Writing fails");
            takesNothing(journal, key);
        }
        assertThat(TestJournals.contents(files)).containsOnlyKeys(key);
    }

    @Test
    void what_was_appended_before_a_failure_is_not_forgotten_in_silence() throws Exception {
        try (JournalStore journal = open()) {
            long key = journal.newKey();
            files.failWrites("segment", 1);
            journal.append(JournalBatch.of().put(key, new byte[9]));
            TestJournals.await(() -> journal.state() == JournalState.FAILED);
            takesNothing(journal, key);
        }
    }

    @Test
    void whoever_waits_and_whoever_is_told_hears_of_it_once() throws Exception {
        try (JournalStore journal = open()) {
            List<JournalException> told = new java.util.concurrent.CopyOnWriteArrayList<>();
            files.failForces("segment", 1);
            for (int i = 0; i < 100; i++) {
                journal.force(JournalBatch.of().put(journal.newKey(), new byte[9]), failure -> told.add(failure));
            }
            TestJournals.await(() -> told.size() == 100);
            assertThat(told).allSatisfy(f -> assertThat(f.code()).isEqualTo("SMPP-JOURNAL-FAILED"));
            assertThat(told).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_callback_that_throws_harms_nobody() throws Exception {
        try (JournalStore journal = open()) {
            journal.force(JournalBatch.of().put(journal.newKey(), new byte[9]), failure -> {
                throw new IllegalStateException("of the test");
            });
            journal.force(JournalBatch.of().put(journal.newKey(), new byte[9]));
            assertThat(journal.state()).isEqualTo(JournalState.RUNNING);
        }
    }

    @Test
    void a_callback_may_append_and_force_but_not_wait() throws Exception {
        try (JournalStore journal = open()) {
            CompletableFuture<Throwable> waiting = new CompletableFuture<>();
            CompletableFuture<JournalException> second = new CompletableFuture<>();
            journal.force(JournalBatch.of().put(journal.newKey(), new byte[9]), failure -> {
                try {
                    journal.append(JournalBatch.of().put(journal.newKey(), new byte[100_000]));
                    journal.force(JournalBatch.of().put(journal.newKey(), new byte[9]), second::complete);
                    journal.force(JournalBatch.of());
                } catch (JournalException | IllegalStateException e) {
                    waiting.complete(e);
                }
            });
            assertThat(waiting.get(30, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
            assertThat(second.get(30, TimeUnit.SECONDS)).isNull();
            assertThat(journal.size()).isEqualTo(3);
        }
    }
}
