package org.smppra.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.delivery.Inbox.REFUSED;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;
import org.smppra.delivery.Inbox.Sent;
import org.smppra.message.CommandStatus;

/** Several listeners on one account, of which one takes and never comes back: the others must not notice. */
class SharesTest {
    private static final CommandStatus OK = CommandStatus.ESME_ROK;
    private static final int HELD = 500;

    private final RecordingInbox stored = new RecordingInbox();
    private final Sink hanging = new Sink("h", false);
    private final Sink living = new Sink("l", true);
    private Inbox inbox = new Inbox(ReassemblySettings.DEFAULT, Acknowledge.AFTER_COMMIT);

    @AfterEach
    void close() {
        inbox.deliveries().close();
    }

    /** Takes receipts whose id begins so, the empty one any. */
    private static final class Sink implements DeliverySink {
        private final String begin;
        private final boolean commits;
        private final List<Delivery> taken = new CopyOnWriteArrayList<>();
        private volatile boolean stuck;

        Sink(String begin, boolean commits) {
            this.begin = begin;
            this.commits = commits;
        }

        @Override
        public boolean takes(Delivered value) {
            return ((DeliveryReceipt) value).messageId().value().startsWith(begin);
        }

        @Override
        public boolean isStuck() {
            return stuck;
        }

        @Override
        public void offer(Delivery delivery) {
            taken.add(delivery);
            if (commits) {
                delivery.committed();
            }
        }
    }

    private static void await(BooleanSupplier condition) {
        StoredDeliveryTest.await(condition);
    }

    private List<Sent> receive(String begin, int count) {
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sent.add(inbox.receive(Inbox.receipt(begin + i, "DELIVRD")));
        }
        return sent;
    }

    private static long answered(List<Sent> sent, CommandStatus status) {
        return sent.stream().filter(each -> each.answers().contains(status)).count();
    }

    @Test
    void of_two_that_take_all_the_one_that_comes_back_gets_nearly_all() {
        Sink hangs = new Sink("", false);
        Sink lives = new Sink("", true);
        inbox.deliveries().add(hangs);
        inbox.deliveries().add(lives);
        List<Sent> sent = receive("A", 10_000);
        assertThat(hangs.taken).hasSize(1);
        assertThat(answered(sent, OK)).isEqualTo(9_999);
    }

    @Test
    void what_one_cannot_take_waits_and_is_refused_beyond_a_bound_and_the_other_gets_all_of_its_own() {
        inbox.deliveries().add(hanging);
        inbox.deliveries().add(living);
        List<Sent> others = receive("h", HELD + Deliveries.LIMIT + 100);
        assertThat(hanging.taken).hasSize(HELD);
        assertThat(answered(others, REFUSED)).isEqualTo(100);

        assertThat(answered(receive("l", 1_000), OK)).isEqualTo(1_000);
    }

    @Test
    void what_waited_goes_to_it_in_its_order_when_it_has_room() {
        inbox.deliveries().add(hanging);
        receive("h", 3 * HELD);
        for (int i = 0; i < 3 * HELD; i++) {
            Delivery next = hanging.taken.get(i);
            assertThat(((DeliveryReceipt) next.value()).messageId().value()).isEqualTo("h" + i);
            next.committed();
        }
        assertThat(inbox.due()).isZero();
    }

    @Test
    void one_that_is_stuck_gets_nothing_more_unless_it_holds_nothing() {
        hanging.stuck = true; // none of its threads ever began
        inbox.deliveries().add(hanging);
        receive("h", 2);
        assertThat(hanging.taken).hasSize(1);
        hanging.stuck = false;
        inbox.pass(1);
        assertThat(hanging.taken).hasSize(2);
    }

    @Test
    void stored_ones_behind_those_of_one_that_hangs_reach_the_other() {
        inbox = new Inbox(ReassemblySettings.DEFAULT, Acknowledge.STORED);
        inbox.deliveries().open(stored, Thread::new);
        receive("h", 3_000);
        receive("l", 10);
        await(() -> stored.waiting() == 3_010);
        inbox.deliveries().add(hanging);
        inbox.deliveries().add(living);
        await(() -> living.taken.size() == 10);
        assertThat(hanging.taken).hasSize(HELD);

        for (int i = 0; i < 3_000; i++) {
            int count = i;
            await(() -> hanging.taken.size() > count);
            Delivery next = hanging.taken.get(i);
            assertThat(((DeliveryReceipt) next.value()).messageId().value()).isEqualTo("h" + i);
            next.committed();
        }
        await(() -> stored.waiting() == 0);
    }

    @Test
    void stored_ones_set_aside_for_one_that_went_reach_the_next() {
        inbox = new Inbox(ReassemblySettings.DEFAULT, Acknowledge.STORED);
        inbox.deliveries().open(stored, Thread::new);
        receive("h", HELD + 100);
        await(() -> stored.waiting() == HELD + 100);
        inbox.deliveries().add(hanging);
        inbox.deliveries().add(living); // has room, so that what the other has no room for is looked at
        await(() -> hanging.taken.size() == HELD && stored.asideCount() == 100);
        inbox.deliveries().remove(hanging);
        Sink next = new Sink("h", true);
        inbox.deliveries().add(next);
        await(() -> next.taken.size() == 100);
    }
}
