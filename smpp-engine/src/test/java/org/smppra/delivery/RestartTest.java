package org.smppra.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.delivery.Inbox.receipt;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smppra.DeliveryReceipt;
import org.smppra.inbox.AccountInbox;
import org.smppra.inbox.InboxSettings;
import org.smppra.inbox.Incoming;
import org.smppra.inbox.JournalInbox;
import org.smppra.inbox.ReceiptMemory;
import org.smppra.inbox.SentAs;
import org.smppra.journal.JournalException;
import org.smppra.journal.MemoryDisk;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.outbox.AccountKey;
import org.smppra.profile.Profile;

/** What is known of receipts and ids after the process ended, in order or not. */
class RestartTest {
    private static final AccountKey SHOP = new AccountKey("shop", "shop", Set.of("a.example"));
    private static final String OURS = "01K4ZX7M9Q0000000001";

    private final MemoryDisk disk = new MemoryDisk();
    private JournalInbox journal = open();
    private Inbox inbox = inbox();

    private JournalInbox open() {
        try {
            return JournalInbox.open(InboxSettings.defaults(), Clock.systemUTC(), disk::open);
        } catch (JournalException e) {
            throw new IllegalStateException(e);
        }
    }

    private Inbox inbox() {
        return new Inbox(ReassemblySettings.DEFAULT, Profile.named("generic"), journal.account(SHOP));
    }

    private void restart() {
        journal.close();
        journal = open();
        inbox = inbox();
    }

    private void crash() {
        disk.crash(0);
        journal = open();
        inbox = inbox();
    }

    /** As the upkeep does once a second; returns when it is on disk. */
    private void written() throws Exception {
        journal.tick();
        CompletableFuture<@Nullable String> forced = new CompletableFuture<>();
        AccountInbox account = journal.account(SHOP);
        account.store(new Incoming(List.of(Octets.ofHex("00")), Instant.EPOCH, null, "", false), forced::complete);
        assertThat(forced.get(20, TimeUnit.SECONDS)).isNull();
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void deliverAndCommit(String id, String stat) {
        inbox.receive(receipt(id, stat));
        inbox.taken().remove(0).committed();
    }

    private void assertThatItIsKnown() {
        assertThat(inbox.receive(receipt("244948769", "DELIVRD")).answers()).containsExactly(CommandStatus.ESME_ROK);
        assertThat(inbox.taken()).isEmpty();
        inbox.receive(receipt("244948769", "ENROUTE"));
        assertThat(inbox.receipts()).singleElement().satisfies(late -> {
            assertThat(late.superseded()).isTrue();
            assertThat(late.submissionId()).contains(OURS);
            assertThat(late.reference()).contains("order 4711");
        });
    }

    @Test
    void after_an_orderly_end_all_is_known_and_nothing_may_be_a_duplicate() {
        inbox.sent("0E999F21", new SentAs(OURS, "order 4711", 1, 1));
        deliverAndCommit("244948769", "DELIVRD");
        restart();
        assertThatItIsKnown();
        assertThat(inbox.receipts()).noneMatch(DeliveryReceipt::possibleDuplicate);
    }

    @Test
    void what_a_listener_is_still_at_work_on_at_an_orderly_end_may_be_a_duplicate_when_it_comes_again() {
        inbox.deliveries().open(journal.account(SHOP), StoredDeliveryTest::daemon);
        inbox.receive(receipt("1", "DELIVRD"));
        Delivery atWork = inbox.taken().remove(0);
        inbox.deliveries().close();
        restart();
        atWork.committed(); // too late to be noted
        inbox.receive(receipt("1", "DELIVRD"));
        assertThat(inbox.receipts()).singleElement().matches(DeliveryReceipt::possibleDuplicate);
    }

    @Test
    void what_was_settled_before_an_orderly_end_makes_nothing_doubtful() {
        inbox.deliveries().open(journal.account(SHOP), StoredDeliveryTest::daemon);
        inbox.receive(receipt("1", "DELIVRD"));
        inbox.taken().remove(0).refused(Inbox.REFUSED);
        deliverAndCommit("2", "DELIVRD");
        inbox.deliveries().close();
        restart();
        inbox.receive(receipt("1", "DELIVRD"));
        assertThat(inbox.receipts()).singleElement().matches(receipt -> !receipt.possibleDuplicate());
    }

    @Test
    void after_a_crash_what_was_written_is_known_and_what_is_not_known_may_be_a_duplicate() throws Exception {
        inbox.sent("0E999F21", new SentAs(OURS, "order 4711", 1, 1));
        deliverAndCommit("244948769", "DELIVRD");
        written();
        deliverAndCommit("2", "DELIVRD");
        crash();
        assertThatItIsKnown();
        inbox.receive(receipt("2", "DELIVRD"));
        assertThat(inbox.receipts()).hasSize(2).allMatch(DeliveryReceipt::possibleDuplicate);
    }

    @Test
    void a_receipt_that_came_before_the_inbox_was_open_is_still_known_when_it_is_to_be_delivered() {
        deliverAndCommit("1", "DELIVRD");
        restart();
        ReceiptMemory memory = new ReceiptMemory(new Remembering());
        Inbox early = new Inbox(ReassemblySettings.DEFAULT, Profile.named("generic"), memory);
        early.deliveries().pause();
        Inbox.Sent again = early.receive(receipt("1", "DELIVRD"));
        Inbox.Sent late = early.receive(receipt("1", "ENROUTE"));
        assertThat(again.answers()).isEmpty();
        memory.open(journal.account(SHOP));
        early.deliveries().resume();
        assertThat(again.answers()).containsExactly(CommandStatus.ESME_ROK);
        assertThat(late.answers()).isEmpty();
        assertThat(early.receipts()).singleElement().matches(DeliveryReceipt::superseded);
    }
}
