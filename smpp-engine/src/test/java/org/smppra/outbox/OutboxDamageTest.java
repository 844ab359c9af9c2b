package org.smppra.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.Store;
import org.smppra.journal.DirectoryFiles;
import org.smppra.journal.JournalRuntime;
import org.smppra.journal.JournalSettings;
import org.smppra.journal.JournalStore;
import org.smppra.journal.MemoryDisk;

/** What damage of the disk does to messages: what it may concern is held, nothing is sent that should not be. */
class OutboxDamageTest {
    private static final int ROUNDS = 60 * Integer.getInteger("smpp.test.scale", 1);
    private static final Logger LOGGER = Logger.getLogger("org.smppra");
    /** Of one transaction: an octet damages one record at most. */
    private static final int TOGETHER = 3;

    private final Set<String> waiting = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    private final Set<String> inDoubt = new HashSet<>();

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

    private JournalOutbox open() throws Exception {
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
        return JournalOutbox.open(
                OpenOutbox.SETTINGS,
                Bounds.defaults(),
                Clock.systemUTC(),
                visitor -> JournalStore.open(small, files, time, visitor));
    }

    @Test
    void an_octet_damaged_anywhere_sends_nothing_twice_and_loses_one_record_at_most() throws Exception {
        int held = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            work(random);
            flip(random);
            held += check(round);
            clear();
        }
        assertThat(held).isPositive();
    }

    /** Messages that wait, that are in doubt, that were sent, that were rolled back. */
    private void work(Random random) throws Exception {
        JournalOutbox outbox = open();
        AccountOutbox account = outbox.account(Messages.ACCOUNT);
        Messages messages = new Messages(Clock.systemUTC());
        for (int i = 0; i < 60; i++) {
            List<OutboxMessage> some = new ArrayList<>();
            for (int n = random.nextInt(TOGETHER); n >= 0; n--) {
                some.add(messages.next());
            }
            List<String> ids = some.stream().map(OutboxMessage::submissionId).toList();
            switch (random.nextInt(3)) {
                case 0 -> {
                    outbox.submit(some);
                    waiting.addAll(ids);
                }
                case 1 -> branch(outbox, some, random.nextInt(3));
                default -> {
                    for (Waiting taken : account.writing(account.take(3, Instant.now()))) {
                        account.settle(taken, Messages.accepted(taken.message()));
                        waiting.remove(taken.message().submissionId());
                        ended.add(taken.message().submissionId());
                    }
                    account.takeResults(2).forEach(result -> account.resultDelivered(result.submissionId()));
                }
            }
        }
        outbox.close();
    }

    private void branch(JournalOutbox outbox, List<OutboxMessage> some, int what) throws Exception {
        TestXid xid = TestXid.of(Long.parseLong(some.get(0).submissionId()));
        List<String> ids = some.stream().map(OutboxMessage::submissionId).toList();
        outbox.xa().start(xid, XAResource.TMNOFLAGS, this).add(some);
        outbox.xa().end(xid, XAResource.TMSUCCESS, this);
        outbox.xa().prepare(xid);
        switch (what) {
            case 0 -> inDoubt.addAll(ids);
            case 1 -> {
                outbox.xa().commit(xid, false);
                waiting.addAll(ids);
            }
            default -> {
                outbox.xa().rollback(xid);
                ended.addAll(ids);
            }
        }
    }

    private void flip(Random random) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.filter(file -> !file.toString().endsWith(".lock"))
                    .sorted()
                    .toList();
        }
        Path file = files.get(random.nextInt(files.size()));
        try (RandomAccessFile octets = new RandomAccessFile(file.toFile(), "rw")) {
            long at = random.nextInt((int) octets.length());
            octets.seek(at);
            int old = octets.read();
            octets.seek(at);
            octets.write(old ^ (1 << random.nextInt(8)));
        }
    }

    /** @return how many are held */
    private int check(int round) throws Exception {
        JournalOutbox outbox = open();
        Set<String> nowWaiting = listed(outbox, Store.WAITING);
        Set<String> nowHeld = listed(outbox, Store.HELD);
        assertThat(nowWaiting).as("round %d: sent or rolled back before", round).doesNotContainAnyElementsOf(ended);
        assertThat(nowWaiting).as("round %d: not committed", round).doesNotContainAnyElementsOf(inDoubt);
        Set<String> lost = new HashSet<>(waiting);
        lost.removeAll(nowWaiting);
        lost.removeAll(nowHeld);
        assertThat(lost.size()).as("round %d: lost", round).isLessThanOrEqualTo(TOGETHER);
        for (var xid : outbox.xa().recover(XAResource.TMSTARTRSCAN)) {
            outbox.xa().rollback(xid);
        }
        assertThat(listed(outbox, Store.WAITING)).isEqualTo(nowWaiting);
        Set<String> heldAfter = listed(outbox, Store.HELD);
        outbox.close();
        JournalOutbox again = open();
        assertThat(listed(again, Store.WAITING))
                .as("round %d, opened again", round)
                .isEqualTo(nowWaiting);
        assertThat(listed(again, Store.HELD))
                .as("round %d, opened again", round)
                .isEqualTo(heldAfter);
        again.close();
        return nowHeld.size();
    }

    private static Set<String> listed(JournalOutbox outbox, Store store) {
        Set<String> ids = new HashSet<>();
        outbox.list(Messages.ACCOUNT, store, "", Integer.MAX_VALUE).forEach(stored -> ids.add(stored.id()));
        return ids;
    }

    private void clear() throws IOException {
        waiting.clear();
        ended.clear();
        inDoubt.clear();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (!file.equals(directory)) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void messages_behind_which_something_is_lost_are_held_and_say_why() throws Exception {
        OpenOutbox open = new OpenOutbox();
        String id = open.submit(open.messages().next());
        open.disk().damageBehind(only(open.disk()));
        open.kill();
        assertThat(open.take()).isEmpty();
        assertThat(open.outbox().list(Messages.ACCOUNT, Store.HELD, "", 10)).satisfiesExactly(held -> {
            assertThat(held.id()).isEqualTo(id);
            assertThat(held.reason()).contains("damaged");
        });
        open.kill();
        assertThat(open.account().held()).isEqualTo(1);
        open.outbox().settle(Messages.ACCOUNT, id, org.smppra.Settle.SEND);
        open.kill();
        assertThat(open.takeOne().maybeSent()).isTrue();
    }

    private static long only(MemoryDisk disk) {
        assertThat(disk.entries()).hasSize(1);
        return disk.entries().keySet().iterator().next();
    }

    @Test
    void messages_whose_transaction_is_not_known_any_more_are_held() throws Exception {
        OpenOutbox open = new OpenOutbox();
        XaBranches xa = open.outbox().xa();
        xa.start(TestXid.of(1), XAResource.TMNOFLAGS, this)
                .add(List.of(open.messages().next()));
        xa.end(TestXid.of(1), XAResource.TMSUCCESS, this);
        xa.prepare(TestXid.of(1));
        long branch = Long.parseLong(xa.inDoubt().get(0).id());
        open.disk().lose(branch);
        open.kill();
        assertThat(open.outbox().xa().recover(XAResource.TMSTARTRSCAN)).isEmpty();
        assertThat(open.take()).isEmpty();
        assertThat(open.account().held()).isEqualTo(1);
    }

    @Test
    void a_branch_that_may_have_been_decided_is_held_if_it_is_rolled_back_and_sent_if_it_is_committed()
            throws Exception {
        for (boolean commit : new boolean[] {true, false}) {
            OpenOutbox open = new OpenOutbox();
            XaBranches xa = open.outbox().xa();
            xa.start(TestXid.of(1), XAResource.TMNOFLAGS, this)
                    .add(List.of(open.messages().next()));
            xa.end(TestXid.of(1), XAResource.TMSUCCESS, this);
            xa.prepare(TestXid.of(1));
            open.disk().damageBehind(Long.parseLong(xa.inDoubt().get(0).id()));
            open.kill();
            if (commit) {
                open.outbox().xa().commit(TestXid.of(1), false);
            } else {
                open.outbox().xa().rollback(TestXid.of(1));
            }
            assertThat(open.account().waiting()).isEqualTo(commit ? 1 : 0);
            assertThat(open.account().held()).isEqualTo(commit ? 0 : 1);
            open.kill();
            assertThat(open.account().held()).isEqualTo(commit ? 0 : 1);
            assertThat(open.outbox().xa().recover(XAResource.TMSTARTRSCAN)).isEmpty();
        }
    }

    @Test
    void records_that_are_not_understood_stay_and_hold_up_nothing() throws Exception {
        OpenOutbox open = new OpenOutbox();
        String id = open.submit(open.messages().next());
        open.disk().put(1_000, new byte[] {99, 1, 2, 3});
        open.disk().put(1_001, new byte[] {1, 77});
        open.disk().put(1_002, new byte[0]);
        open.kill();
        assertThat(open.takeIds()).containsExactly(id);
        assertThat(open.disk().entries()).hasSize(4);
    }
}
