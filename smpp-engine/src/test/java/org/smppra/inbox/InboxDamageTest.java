package org.smppra.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.journal.DirectoryFiles;
import org.smppra.journal.JournalRuntime;
import org.smppra.journal.JournalSettings;
import org.smppra.journal.JournalStore;

/** What damage of the disk does: opening never fails, one record at most is lost, what may come again is marked. */
class InboxDamageTest {
    private static final int ROUNDS = 40 * Integer.getInteger("smpp.test.scale", 1);
    private static final Logger LOGGER = Logger.getLogger("org.smppra");

    @TempDir
    private Path directory;

    @BeforeAll
    static void quiet() {
        LOGGER.setUseParentHandlers(false);
    }

    @AfterAll
    static void loud() {
        LOGGER.setUseParentHandlers(true);
    }

    private final Set<String> waiting = new HashSet<>();
    private final Set<String> delivered = new HashSet<>();
    private final Set<String> committed = new HashSet<>();

    private JournalInbox open() throws Exception {
        DirectoryFiles files = DirectoryFiles.of(directory);
        JournalRuntime time = new JournalRuntime(
                task -> {
                    Thread thread = new Thread(task, "journal");
                    thread.setDaemon(true);
                    return thread;
                },
                System::nanoTime,
                Clock.systemUTC());
        JournalSettings small = JournalSettings.defaults().withSegmentOctets(16 << 10);
        return JournalInbox.open(
                OpenInbox.SETTINGS, Clock.systemUTC(), visitor -> JournalStore.open(small, files, time, visitor));
    }

    @Test
    void an_octet_damaged_anywhere_loses_one_record_at_most_and_marks_what_may_come_again() throws Exception {
        int lost = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            work(random);
            flip(random);
            lost += check(round);
            clear();
        }
        assertThat(lost).as("damage that mattered").isPositive();
    }

    private void work(Random random) throws Exception {
        JournalInbox inbox = open();
        AccountInbox account = inbox.account(OpenInbox.ACCOUNT);
        for (int i = 0; i < 60; i++) {
            String name = "n" + i;
            waiting.add(name);
            account.store(OpenInbox.incoming(name, null), failure -> {});
            if (random.nextInt(2) == 0) {
                for (Kept kept : account.take(1)) {
                    account.committed(OpenInbox.text(kept));
                    account.delivered(kept);
                    waiting.remove(OpenInbox.text(kept));
                    delivered.add(OpenInbox.text(kept));
                    committed.add(OpenInbox.text(kept));
                }
            }
            if (random.nextInt(10) == 0) {
                inbox.tick();
            }
        }
        inbox.close();
    }

    private void flip(Random random) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.filter(
                            file -> Files.isRegularFile(file) && file.toFile().length() > 0)
                    .filter(file -> !file.toString().endsWith(".lock"))
                    .sorted()
                    .toList();
        }
        try (RandomAccessFile file =
                new RandomAccessFile(files.get(random.nextInt(files.size())).toFile(), "rw")) {
            long at = random.nextInt((int) file.length());
            file.seek(at);
            int octet = file.read();
            file.seek(at);
            file.write(octet ^ 1 << random.nextInt(8));
        }
    }

    private int check(int round) throws Exception {
        JournalInbox inbox = open();
        AccountInbox account = inbox.account(OpenInbox.ACCOUNT);
        Set<String> missing = new HashSet<>(waiting);
        int again = 0;
        for (Kept kept : account.take(1000)) {
            String name = OpenInbox.text(kept);
            missing.remove(name);
            if (delivered.contains(name)) {
                again++;
                assertThat(kept.incoming().possibleDuplicate())
                        .as("round " + round + ", " + name)
                        .isTrue();
            }
        }
        assertThat(missing.size()).as("round " + round).isLessThanOrEqualTo(1);
        if (!account.mayHaveForgotten(Instant.now())) {
            assertThat(committed).as("round " + round).allMatch(account::isCommitted);
        }
        inbox.close();
        return again + missing.size();
    }

    private void clear() throws IOException {
        waiting.clear();
        delivered.clear();
        committed.clear();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }
}
