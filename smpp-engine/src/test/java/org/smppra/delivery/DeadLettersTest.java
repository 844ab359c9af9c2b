package org.smppra.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.delivery.Inbox.REFUSED;
import static org.smppra.delivery.StoredDeliveryTest.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;
import org.smppra.Stored;
import org.smppra.delivery.Inbox.Sent;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;

/** What no listener will ever take. */
class DeadLettersTest {
    private static final CommandStatus OK = CommandStatus.ESME_ROK;
    private static final long SETTLED = 10;

    private final RecordingInbox stored = new RecordingInbox();
    private final OneKind receipts = new OneKind(true);
    private final OneKind messages = new OneKind(false);
    private Inbox inbox = new Inbox(ReassemblySettings.DEFAULT, Acknowledge.AFTER_COMMIT);

    /** Takes receipts only, or messages only. */
    private static final class OneKind implements DeliverySink {
        private final boolean receipts;
        final List<Delivery> taken = new CopyOnWriteArrayList<>();

        OneKind(boolean receipts) {
            this.receipts = receipts;
        }

        @Override
        public boolean takes(Delivered value) {
            return value instanceof DeliveryReceipt == receipts;
        }

        @Override
        public void offer(Delivery delivery) {
            taken.add(delivery);
        }

        Delivery next() {
            await(() -> !taken.isEmpty());
            return taken.remove(0);
        }
    }

    private static DeliverSm message(String text) {
        return Inbox.message(0, 0, Octets.ofLatin1(text), Tlvs.empty());
    }

    private static DeliverSm receipt(String id) {
        return Inbox.message(4, 0, Octets.ofLatin1("id:" + id + " stat:DELIVRD text:"), Tlvs.empty());
    }

    private static DeliverSm nameless() {
        return Inbox.message(4, 0, Octets.ofLatin1("stat:DELIVRD text:"), Tlvs.empty());
    }

    private void open() {
        inbox.deliveries().open(stored, StoredDeliveryTest::daemon);
    }

    private List<Stored> letters() {
        return stored.deadLetters("", 100);
    }

    @AfterEach
    void close() {
        inbox.deliveries().close();
    }

    @Test
    void a_message_that_no_listener_takes_is_buried_and_only_then_acknowledged() {
        open();
        inbox.deliveries().add(receipts);
        inbox.pass(SETTLED);
        stored.fail("full");
        Sent refused = inbox.receive(message("hello"));
        await(() -> !refused.answers().isEmpty());
        assertThat(refused.answers()).containsExactly(REFUSED);

        stored.fail(null);
        Sent sent = inbox.receive(message("hello"));
        await(() -> !sent.answers().isEmpty());
        assertThat(sent.answers()).containsExactly(OK);
        assertThat(letters()).singleElement().satisfies(letter -> assertThat(letter.reason())
                .isEqualTo(InboxFeed.UNTAKEN));
        assertThat(inbox.deliveries().counters())
                .containsEntry(DeliveryCounter.BURIED, 1L)
                .containsEntry(DeliveryCounter.REFUSED_UNSTORED, 1L);
    }

    @Test
    void a_listener_that_comes_a_little_later_than_the_others_gets_its_messages() {
        open();
        inbox.deliveries().add(receipts);
        Sent sent = inbox.receive(message("hello"));
        inbox.pass(SETTLED - 1);
        inbox.deliveries().add(messages);
        messages.next().committed();
        assertThat(sent.answers()).containsExactly(OK);
        assertThat(letters()).isEmpty();
    }

    @Test
    void what_waits_is_buried_when_it_is_known_that_no_such_listener_comes() {
        open();
        inbox.deliveries().add(receipts);
        Sent sent = inbox.receive(message("hello"));
        inbox.pass(SETTLED - 1);
        assertThat(letters()).isEmpty();
        inbox.pass(1);
        await(() -> sent.answers().contains(OK));
        assertThat(letters()).hasSize(1);
    }

    @Test
    void without_any_listener_or_without_an_inbox_it_is_refused() {
        Sent without = inbox.receive(message("one"));
        inbox.deliveries().add(receipts);
        inbox.pass(20);
        assertThat(without.answers()).containsExactly(REFUSED);

        inbox.deliveries().remove(receipts);
        open();
        Sent nobody = inbox.receive(message("two"));
        inbox.pass(20);
        assertThat(nobody.answers()).containsExactly(REFUSED);
        assertThat(letters()).isEmpty();
    }

    @Test
    void a_receipt_that_finds_no_listener_is_refused_and_never_buried() {
        open();
        inbox.deliveries().add(messages);
        inbox.pass(SETTLED);
        Sent sent = inbox.receive(receipt("A1"));
        inbox.pass(20);
        assertThat(sent.answers()).containsExactly(REFUSED);
        assertThat(letters()).isEmpty();
    }

    @Test
    void a_dead_letter_is_delivered_again_also_where_nothing_else_is_stored() {
        open();
        inbox.deliveries().add(receipts);
        inbox.pass(SETTLED);
        Sent sent = inbox.receive(message("hello"));
        await(() -> sent.answers().contains(OK));

        inbox.deliveries().add(messages);
        assertThat(stored.deliverAgain(letters().get(0).id())).isTrue();
        Delivery again = messages.next();
        assertThat(again.value(1).deliveryCount()).isEqualTo(1);
        again.committed();
        assertThat(stored.deliveredOnes()).hasSize(1);
        assertThat(letters()).isEmpty();
    }

    @Test
    void a_receipt_that_listeners_refuse_for_forty_hours_is_buried_and_acknowledged() {
        open();
        inbox.deliveries().add(receipts);
        Sent first = inbox.receive(receipt("A1"));
        refuse(receipts.next());
        assertThat(first.answers()).containsExactly(REFUSED);
        inbox.skip(Duration.ofHours(39));
        Sent second = inbox.receive(receipt("A1"));
        refuse(receipts.next());
        assertThat(second.answers()).containsExactly(REFUSED);
        inbox.skip(Duration.ofHours(1));

        Sent last = inbox.receive(receipt("A1"));
        refuse(receipts.next());
        await(() -> !last.answers().isEmpty());
        assertThat(last.answers()).containsExactly(OK);
        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.reference()).isEqualTo("A1");
            assertThat(letter.reason()).contains("40 hours");
            assertThat(letter.attempts()).isEqualTo(1);
        });
    }

    /** One that names its message is remembered, and would not be delivered again at all. */
    @Test
    void a_receipt_that_a_listener_took_in_between_begins_anew() {
        open();
        inbox.deliveries().add(receipts);
        inbox.receive(nameless());
        refuse(receipts.next());
        inbox.receive(nameless());
        receipts.next().committed();
        inbox.skip(Duration.ofHours(41));
        Sent sent = inbox.receive(nameless());
        refuse(receipts.next());
        assertThat(sent.answers()).containsExactly(REFUSED);
    }

    private static void refuse(Delivery delivery) {
        delivery.value(1);
        delivery.givenUp(REFUSED);
    }

    @Test
    void what_is_stored_becomes_a_dead_letter_when_it_failed_long_and_often() {
        inbox = new Inbox(ReassemblySettings.DEFAULT, Acknowledge.STORED);
        open();
        inbox.deliveries().add(receipts);
        inbox.receive(receipt("A1"));
        Delivery often = receipts.next();
        often.value(InboxFeed.MANY);
        often.givenUp(REFUSED); // often, not long
        assertThat(letters()).isEmpty();
        inbox.skip(InboxFeed.LONGEST);
        stored.at(Instant.EPOCH.plus(InboxFeed.LONGEST));

        inbox.receive(receipt("A2"));
        Delivery both = receipts.next();
        both.value(1);
        assertThat(both.givenUp(REFUSED)).contains("dead letter");
        assertThat(letters()).singleElement().satisfies(letter -> assertThat(letter.attempts())
                .isEqualTo(InboxFeed.MANY + 1));
        Delivery other = receipts.next();
        other.value(1);
        other.givenUp(REFUSED); // neither
        assertThat(letters()).hasSize(1);
    }

    @Test
    void receipts_without_a_listener_do_not_hold_up_messages_and_come_when_one_is_there() {
        inbox = new Inbox(ReassemblySettings.DEFAULT, Acknowledge.STORED);
        open();
        int many = 12_000;
        for (int i = 0; i < many; i++) {
            inbox.receive(receipt("A" + i));
        }
        inbox.receive(message("hello"));
        await(() -> stored.waiting() == many + 1);
        inbox.deliveries().add(messages);
        await(() -> !messages.taken.isEmpty());
        messages.next().committed();
        assertThat(stored.inHand()).isZero();

        inbox.deliveries().add(receipts);
        for (int i = 0; i < many; i++) {
            receipts.next().committed();
        }
        assertThat(stored.waiting()).isZero();
    }

    @Test
    void a_stored_message_that_no_listener_takes_is_buried() {
        inbox = new Inbox(ReassemblySettings.DEFAULT, Acknowledge.STORED);
        open();
        Sent sent = inbox.receive(message("hello"));
        await(() -> sent.answers().contains(OK));
        assertThat(stored.waitingOnes()).hasSize(1);
        inbox.deliveries().add(receipts);
        inbox.pass(SETTLED);
        await(() -> letters().size() == 1);
    }
}
