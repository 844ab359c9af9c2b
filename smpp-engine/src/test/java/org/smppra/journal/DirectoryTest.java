package org.smppra.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real directory: one user, rights, interrupts. */
class DirectoryTest {
    @TempDir
    Path directory;

    private JournalStore open() throws JournalException {
        return TestJournals.open(directory, (k, b, u) -> {});
    }

    private void isLocked() {
        assertThatThrownBy(this::open)
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("SMPP-JOURNAL-LOCKED: The journal in " + directory + " is used by another");
    }

    @Test
    void a_second_user_in_this_jvm_is_refused_until_the_first_is_done() throws Exception {
        try (JournalStore first = open()) {
            isLocked();
            isLocked();
            first.force(JournalBatch.of().put(first.newKey(), new byte[3]));
        }
        try (JournalStore second = open()) {
            assertThat(second.size()).isEqualTo(1);
        }
    }

    @Test
    void a_user_in_another_jvm_is_refused_even_after_one_in_this_was() throws Exception {
        try (JournalStore first = open()) {
            isLocked();
            assertThat(Fork.start(Opener.class, List.of(), directory).waitFor()).isEqualTo(3);
        }
        assertThat(Fork.start(Opener.class, List.of(), directory).waitFor()).isZero();
    }

    /** Opens a journal in a JVM of its own. */
    static final class Opener {
        private Opener() {}

        public static void main(String[] args) throws Exception {
            try (JournalStore journal = TestJournals.open(Path.of(args[0]), (k, b, u) -> {})) {
                System.exit(journal.state() == JournalState.RUNNING ? 0 : 1);
            } catch (JournalException e) {
                System.exit(e.code().equals("SMPP-JOURNAL-LOCKED") ? 3 : 2);
            }
        }
    }

    @Test
    void only_the_owner_may_read_what_is_made() throws Exception {
        Path made = directory.resolve("a/b");
        try (JournalStore journal = TestJournals.open(made, (k, b, u) -> {})) {
            TestJournals.await(() -> count(made) == 4);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(made)) {
                assertThat(files).hasSize(4).allSatisfy(file -> assertThat(
                                PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
            }
        }
    }

    private static long count(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_directory_that_cannot_be_used_is_named() throws Exception {
        JournalFiles files = DirectoryFiles.of(directory.resolve("gone"));
        Files.delete(directory.resolve("gone"));
        assertThatThrownBy(() -> TestJournals.open(TestJournals.SMALL, files, (k, b, u) -> {}))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("SMPP-JOURNAL-DIRECTORY: The directory " + directory.resolve("gone"));
    }

    @Test
    void a_visitor_that_throws_leaves_the_directory_free() throws Exception {
        try (JournalStore journal = open()) {
            journal.force(JournalBatch.of().put(journal.newKey(), new byte[3]));
        }
        assertThatThrownBy(() -> TestJournals.open(directory, (k, b, u) -> {
                    throw new IllegalStateException("of the test");
                }))
                .isInstanceOf(IllegalStateException.class);
        open().close();
    }

    @Test
    void interrupts_of_callers_harm_nobody() throws Exception {
        ConcurrentMap<Long, Integer> forced = new ConcurrentHashMap<>();
        List<Throwable> failures = new ArrayList<>();
        try (JournalStore journal = open()) {
            AtomicBoolean stop = new AtomicBoolean();
            List<Thread> callers = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                Thread caller = new Thread(() -> {
                    try {
                        for (int i = 0; i < 300; i++) {
                            long key = journal.newKey();
                            journal.force(JournalBatch.of().put(key, new byte[i]));
                            forced.put(key, i);
                            assertThat(journal.read(key)).hasSize(i);
                        }
                    } catch (JournalException | RuntimeException | Error e) {
                        synchronized (failures) {
                            failures.add(e);
                        }
                    }
                });
                callers.add(caller);
                caller.start();
            }
            Thread pest = new Thread(() -> {
                while (!stop.get()) {
                    callers.forEach(Thread::interrupt);
                    Thread.yield();
                }
            });
            pest.start();
            for (Thread caller : callers) {
                caller.join();
            }
            stop.set(true);
            pest.join();
            assertThat(failures).isEmpty();
            assertThat(journal.state()).isEqualTo(JournalState.RUNNING);
        }
        assertThat(TestJournals.contents(TestJournals.files(directory)).keySet())
                .isEqualTo(forced.keySet());
    }

    @Test
    void a_caller_that_is_interrupted_stays_so_and_gets_its_outcome() throws Exception {
        try (JournalStore journal = open()) {
            long key = journal.newKey();
            Thread.currentThread().interrupt();
            journal.force(JournalBatch.of().put(key, new byte[7]));
            assertThat(journal.read(key)).hasSize(7);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
