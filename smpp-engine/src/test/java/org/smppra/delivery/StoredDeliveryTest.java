package org.smppra.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.delivery.Inbox.REFUSED;
import static org.smppra.delivery.Inbox.part;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smppra.DeliveryReceipt;
import org.smppra.ReceivedMessage;
import org.smppra.delivery.Inbox.Sent;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;

/** What is stored, then acknowledged, then delivered. */
class StoredDeliveryTest {
    private static final int HELD = 500;
    private static final CommandStatus OK = CommandStatus.ESME_ROK;

    private final RecordingInbox stored = new RecordingInbox();
    private final Inbox inbox = new Inbox(ReassemblySettings.DEFAULT, Acknowledge.STORED);
    private final Deliveries deliveries = inbox.deliveries();

    private static DeliverSm receipt(String id, String state) {
        return Inbox.message(4, 0, Octets.ofLatin1("id:" + id + " stat:" + state + " text:"), Tlvs.empty());
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - deadline).as("in time").isNegative();
            Thread.onSpinWait();
        }
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    private void open() {
        deliveries.open(stored, StoredDeliveryTest::daemon);
    }

    private Delivery next() {
        await(() -> !inbox.taken().isEmpty());
        return inbox.taken().remove(0);
    }

    @AfterEach
    void close() {
        deliveries.close();
    }

    @Test
    void a_receipt_is_acknowledged_when_it_is_on_disk_and_waits_for_a_listener() {
        open();
        Sent sent = inbox.receive(receipt("A1", "DELIVRD"));
        await(() -> sent.answers().contains(OK));
        assertThat(stored.waitingOnes())
                .singleElement()
                .satisfies(kept -> assertThat(kept.incoming().orderKey()).isEqualTo("A1"));

        inbox.pass(100); // no time bounds it
        deliveries.add(inbox);
        Delivery delivery = next();
        assertThat(((DeliveryReceipt) delivery.value(1)).messageId().value()).isEqualTo("A1");
        delivery.committed();
        assertThat(stored.deliveredOnes()).hasSize(1);
        assertThat(sent.answers()).containsExactly(OK);
    }

    @Test
    void what_comes_while_the_inbox_opens_waits_for_it() {
        deliveries.pause();
        Sent sent = inbox.receive(receipt("A1", "DELIVRD"));
        assertThat(sent.answers()).isEmpty();
        open();
        await(() -> sent.answers().contains(OK));
        deliveries.add(inbox);
        Sent later = inbox.receive(receipt("A2", "DELIVRD"));
        await(() -> later.answers().contains(OK));
        assertThat(inbox.taken()).as("paused").isEmpty();
        deliveries.resume();
        next().committed();
        next().committed();
        assertThat(stored.waiting()).isZero();
    }

    @Test
    void what_cannot_be_stored_is_refused_and_counted() {
        open();
        stored.fail("full");
        Sent sent = inbox.receive(receipt("A1", "DELIVRD"));
        await(() -> sent.answers().contains(REFUSED));
        assertThat(deliveries.counters()).containsEntry(DeliveryCounter.REFUSED_UNSTORED, 1L);
        assertThat(stored.waiting()).isZero();
    }

    @Test
    void parts_are_acknowledged_when_the_whole_is_on_disk_and_come_back_as_one() {
        open();
        Sent first = inbox.receive(part(7, 2, 1, "a"));
        assertThat(stored.waiting()).isZero();
        assertThat(first.answers()).isEmpty();
        Sent second = inbox.receive(part(7, 2, 2, "b"));
        await(() -> first.answers().contains(OK) && second.answers().contains(OK));
        deliveries.add(inbox);
        ReceivedMessage message = (ReceivedMessage) next().value();
        assertThat(message.text()).contains("ab");
        assertThat(message.incomplete()).isFalse();
        assertThat(message.receivedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void what_fails_rests_and_comes_again_with_its_attempts_counted_on() {
        open();
        deliveries.add(inbox);
        inbox.receive(receipt("A1", "DELIVRD"));
        Delivery first = next();
        first.value(1);
        assertThat(first.value(2).deliveryCount()).isEqualTo(2);
        assertThat(first.givenUp(REFUSED)).contains("2 s");

        await(() -> stored.waitingOnes().size() == 1);
        assertThat(stored.waitingOnes().get(0).attempts()).isEqualTo(2);
        assertThat(stored.notBefore(stored.waitingOnes().get(0))).isEqualTo(Instant.ofEpochSecond(2));
        stored.at(Instant.ofEpochSecond(2));
        Delivery again = next();
        assertThat(again.value(1).deliveryCount()).isEqualTo(3);
        assertThat(again.isLate(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void a_listener_that_goes_gives_back_what_it_has() {
        open();
        deliveries.add(inbox);
        inbox.receive(receipt("A1", "DELIVRD"));
        Delivery first = next();
        deliveries.remove(inbox);
        first.handBack();
        assertThat(stored.waitingOnes()).singleElement().satisfies(kept -> assertThat(kept.attempts())
                .isZero());
        deliveries.add(inbox);
        next().committed();
    }

    @Test
    void receipts_of_one_message_come_one_at_a_time() {
        open();
        deliveries.add(inbox);
        inbox.receive(receipt("A1", "ENROUTE"));
        inbox.receive(receipt("A1", "DELIVRD"));
        Delivery first = next();
        assertThat(((DeliveryReceipt) first.value()).stateText()).isEqualTo("ENROUTE");
        assertThat(inbox.taken()).isEmpty();
        first.committed();
        assertThat(((DeliveryReceipt) next().value()).stateText()).isEqualTo("DELIVRD");
    }

    @Test
    void no_more_than_a_bounded_number_is_in_hand() {
        open();
        for (int i = 0; i < HELD + 200; i++) {
            inbox.receive(receipt("A" + i, "DELIVRD"));
        }
        await(() -> stored.waiting() == HELD + 200);
        inbox.holdsAtMost(HELD);
        deliveries.add(inbox);
        await(() -> inbox.taken().size() == HELD);
        assertThat(stored.inHand()).isEqualTo(HELD);
        inbox.taken().remove(0).committed();
        await(() -> inbox.taken().size() == HELD);
        assertThat(stored.inHand()).isEqualTo(HELD);
    }
}
