package org.smppra.delivery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;
import org.smppra.ReceivedMessage;
import org.smppra.gateway.Received;
import org.smppra.gateway.ReceivedListener;
import org.smppra.inbox.AccountInbox;
import org.smppra.inbox.ReceiptMemory;
import org.smppra.link.Counters;
import org.smppra.link.Link;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.UserMessage;
import org.smppra.profile.Profile;
import org.smppra.text.Concatenation;

/**
 * What an account's SMSC delivered and nobody settled yet. Receipts of one message go one at a time and in order; what
 * no sink takes waits for one; what is not settled in time is refused, so that the SMSC sends it again. Never
 * acknowledged and dropped. Parts of one message go as one value: see {@link Reassembly}.
 */
public final class Deliveries implements ReceivedListener {
    /** More that no sink has are refused at once: the SMSC keeps them better. What sinks have, each bounds itself. */
    static final int LIMIT = 5_000;

    private final ReceiptReader receipts;
    private final MessageReader messages;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final long answerTimeout;
    private final CommandStatus negativeStatus;
    private final Sinks sinks;
    private final Keeping keeping;
    private final Origin home = new Home();
    private final Unsettled unsettled = new Unsettled();
    private final AtomicInteger answersDue = new AtomicInteger();
    private final Reassembly reassembly;
    private final boolean deliverIncomplete;
    private final Counters<DeliveryCounter> counters = new Counters<>(DeliveryCounter.class);
    private final DeliveriesLog log;
    private final ReceiptWatcher watcher;
    private final ReceiptDesk desk;
    private final Repeats repeats;

    /** @param answerTimeout nanoseconds from a deliver_sm to its answer, at the latest */
    public Deliveries(
            String account,
            Profile profile,
            Clock clock,
            LongSupplier nanoTime,
            long answerTimeout,
            CommandStatus negativeStatus,
            ReassemblySettings reassembly,
            ReceiptWatcher watcher,
            Acknowledge acknowledge,
            ReceiptMemory memory,
            IdsUnderWay idsUnderWay) {
        this.sinks = new Sinks(nanoTime, this::hasRoom);
        this.desk = new ReceiptDesk(memory, profile, idsUnderWay, clock, answerTimeout, counters, this::accept);
        this.log = new DeliveriesLog(account, counters);
        this.keeping = new Keeping(acknowledge, sinks, log, negativeStatus, clock, nanoTime);
        this.watcher = watcher;
        this.receipts = new ReceiptReader(profile, account);
        this.messages = new MessageReader(profile, account);
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.answerTimeout = answerTimeout;
        this.negativeStatus = negativeStatus;
        this.reassembly = new Reassembly(reassembly);
        this.deliverIncomplete = reassembly.deliverIncomplete();
        this.repeats = new Repeats(negativeStatus, counters);
    }

    @Override
    public void received(Received received) {
        received(received.message(), new DueAnswer(received, nanoTime.getAsLong() + answerTimeout, answersDue));
    }

    void received(UserMessage message, DueAnswer answer) {
        long now = nanoTime.getAsLong();
        if (receipts.isReceipt(message)) {
            DeliveryReceipt receipt = receipts.read(message, clock.instant());
            receipt.submissionId().ifPresent(id -> watcher.receipt(id, receipt.messageId()));
            if (areTooManyDue()) {
                counters.count(DeliveryCounter.REFUSED_FULL);
                answer.give(negativeStatus);
            } else {
                whole(receipt, message, answer, now, delivery -> desk.received(delivery, answer, now));
            }
            return;
        }
        MessagePart part = messages.part(message);
        Concatenation place = part.place();
        if (place == null) {
            whole(messages.read(part, clock.instant()), message, answer, now, this::accept);
        } else {
            accept(part, place, answer, now);
        }
    }

    private void whole(Delivered value, UserMessage pdu, DueAnswer answer, long now, Consumer<Delivery> further) {
        Delivery delivery = delivery(new Arrival(value, List.of(pdu)), List.of(answer), now);
        if (!repeats.join(delivery, answer, now)) {
            further.accept(delivery);
        }
    }

    /** The bounds that were reached since the start. */
    public Map<DeliveryCounter, Long> counters() {
        return counters.snapshot(DeliveryCounter.class);
    }

    /** Counts the answers that are not given yet. */
    AtomicInteger answersDue() {
        return answersDue;
    }

    private void accept(Delivery delivery) {
        boolean mayGo;
        synchronized (this) {
            mayGo = unsettled.add(delivery);
        }
        if (mayGo) {
            offer(delivery);
        }
        if (isOneTooMany(delivery)) {
            counters.count(DeliveryCounter.REFUSED_FULL);
            delivery.refused(negativeStatus);
        }
    }

    /** Whether it waits, and others shall not wait for that. */
    private synchronized boolean isOneTooMany(Delivery delivery) {
        boolean tooMany = unsettled.isWaiting(delivery) && (unsettled.waiting() > LIMIT || areTooManyDue());
        if (tooMany) {
            unsettled.taken(delivery);
        }
        return tooMany;
    }

    private void accept(MessagePart part, Concatenation place, DueAnswer answer, long now) {
        Delivery known = null;
        List<Delivery> due = new ArrayList<>();
        List<DueAnswer> refused = new ArrayList<>();
        synchronized (this) {
            if (isFull()) {
                counters.count(DeliveryCounter.REFUSED_FULL);
                refused.add(answer);
            } else {
                PartialMessage message = reassembly.add(part, place, answer, now);
                known = message.delivery();
                if (known == null && message.isWhole()) {
                    due.add(handOn(message, now));
                }
                endGivenUp(due, refused, now);
            }
        }
        if (known != null) {
            known.join(answer);
        }
        refused.forEach(each -> each.give(negativeStatus));
        due.forEach(this::offer);
    }

    private boolean isFull() {
        return unsettled.waiting() >= LIMIT || areTooManyDue();
    }

    /** Of what is neither held nor waits for a sink: parts, and what is being stored. */
    private synchronized boolean areTooManyDue() {
        return answersDue.get() - sinks.held() - unsettled.waiting() > LIMIT;
    }

    private Delivery delivery(Arrival arrival, List<DueAnswer> answers, long now) {
        return new Delivery(arrival, answers, now + answerTimeout, home, 0);
    }

    /** As one value, whole or not; the caller offers it. */
    private Delivery handOn(PartialMessage message, long now) {
        List<MessagePart> parts = message.parts();
        Delivered value = messages.read(parts, !message.isWhole(), clock.instant());
        Arrival arrival =
                new Arrival(value, parts.stream().map(MessagePart::pdu).toList());
        Delivery delivery = delivery(arrival, message.take(any -> true), now);
        reassembly.handOn(message, delivery, now);
        unsettled.add(delivery);
        return delivery;
    }

    private void endGivenUp(List<Delivery> due, List<DueAnswer> refused, long now) {
        // Handing one on may push another one out.
        for (PartialMessage message = reassembly.takeGivenUp(); message != null; message = reassembly.takeGivenUp()) {
            boolean delivers = deliverIncomplete && unsettled.waiting() < LIMIT;
            log.incomplete(delivers ? "delivered as incomplete" : "refused");
            if (delivers) {
                due.add(handOn(message, now));
            } else {
                refused.addAll(message.take(any -> true));
            }
        }
    }

    /** To the inbox, or to a sink, if neither has it yet and one takes it; else it waits. */
    private void offer(Delivery delivery) {
        if (!desk.isNew(delivery)) {
            return; // it is settled
        }
        boolean kept;
        Sinks.Share share = null;
        synchronized (this) {
            if (!unsettled.isWaiting(delivery)) {
                return;
            }
            kept = keeping.takes(delivery);
            if (!kept) {
                share = sinks.next(delivery.value());
            }
            if (kept || share != null) {
                unsettled.taken(delivery);
            }
        }
        if (share != null) {
            delivery.goTo(share);
        } else if (kept) {
            keeping.keep(delivery);
        }
    }

    /** What waits for a listener cannot hold up a host that unbinds; of a link that is gone the SMSC sends it again. */
    @Override
    public void leaving(Link link) {
        leaving(answer -> answer.isFrom(link));
    }

    void leaving(Predicate<DueAnswer> over) {
        List<Delivery> left;
        List<DueAnswer> refused;
        synchronized (this) {
            left = unsettled.waiting(delivery -> delivery.awaits(over));
            refused = reassembly.take(over);
        }
        left.forEach(delivery -> delivery.refused(negativeStatus));
        desk.leaving(over, negativeStatus);
        refused.forEach(answer -> answer.give(negativeStatus));
    }

    @Override
    public void gone(Link link) {
        gone(answer -> answer.isFrom(link));
    }

    void gone(Predicate<DueAnswer> over) {
        leaving(over);
        List<Delivery> atWork = new ArrayList<>();
        synchronized (this) {
            unsettled.split(each -> true, new ArrayList<>(), atWork);
        }
        atWork.forEach(delivery -> repeats.refuse(delivery, over, nanoTime.getAsLong()));
    }

    private final class Home implements Origin {
        @Override
        public void settled(Delivery delivery) {
            Deliveries.this.settled(delivery);
        }

        @Override
        public void handedBack(Delivery delivery) {
            boolean waits;
            synchronized (Deliveries.this) {
                waits = unsettled.waitsAgain(delivery);
            }
            if (waits) {
                offer(delivery);
            }
        }

        @Override
        public String givenUp(Delivery delivery, CommandStatus status) {
            if (keeping.buries(delivery)) {
                return "it becomes a dead letter";
            }
            delivery.refused(status);
            return "refused with " + status;
        }
    }

    private void settled(Delivery delivery) {
        if (delivery.isCommitted()) {
            keeping.committed(delivery);
        }
        desk.settled(delivery);
        Delivery next;
        synchronized (this) {
            next = unsettled.settled(delivery);
            if (delivery.value() instanceof ReceivedMessage && !delivery.isAcknowledged()) {
                reassembly.forget(delivery);
            }
        }
        if (next != null) {
            offer(next);
        }
    }

    /** From now on this sink is offered deliveries, first those that wait. */
    public void add(DeliverySink sink) {
        sinks.add(sink);
        offerWaiting();
    }

    private void offerWaiting() {
        due().forEach(this::offer);
        keeping.sinksChanged();
    }

    /** This one was too full for something that came. */
    private void hasRoom(Sinks.Share share) {
        for (Delivery delivery : due()) {
            if (share.room() == 0) {
                share.miss();
                break;
            }
            if (share.takes(delivery.value())) {
                offer(delivery);
            }
        }
        keeping.hasRoom(share);
    }

    /** Those that wait and may go, the oldest first. */
    private synchronized List<Delivery> due() {
        return unsettled.due();
    }

    /** There is an inbox on disk: what waits goes there if it is acknowledged so, and what is there is delivered. */
    public void open(AccountInbox inbox, ThreadFactory threads) {
        keeping.open(inbox, new KeptReader(receipts, messages), desk, threads);
        offerWaiting();
    }

    /** Offers nothing to any sink until {@link #resume}: what comes is stored, or waits and is refused in time. */
    public void pause() {
        sinks.pause(true);
    }

    public void resume() {
        sinks.pause(false);
        offerWaiting();
    }

    /** Whether anybody takes anything: without, nothing should be asked of the SMSC. */
    public boolean hasSink() {
        return !sinks.isEmpty();
    }

    /** From now on this sink is offered nothing; what it has it must still settle. */
    public void remove(DeliverySink sink) {
        sinks.remove(sink);
        keeping.sinksChanged();
    }

    /** Delivers nothing more of what was stored. */
    public void close() {
        keeping.close();
    }

    /** Refuses what waited too long, and gives up parts whose others did not come; to be called about once a second. */
    public void tick(long now) {
        List<Delivery> nobodys = new ArrayList<>();
        List<Delivery> atWork = new ArrayList<>();
        List<Delivery> due = new ArrayList<>();
        List<DueAnswer> refused;
        desk.tick(now);
        sinks.tick(now);
        synchronized (this) {
            unsettled.split(each -> each.isLate(now), nobodys, atWork);
            refused = new ArrayList<>(reassembly.take(answer -> answer.isLate(now)));
            reassembly.tick(now);
            endGivenUp(due, refused, now);
            unsettled.due().stream().filter(keeping::takes).forEach(due::add);
        }
        log.late(nobodys.size(), negativeStatus.toString());
        nobodys.forEach(delivery -> delivery.refused(negativeStatus));
        atWork.forEach(delivery -> repeats.refuse(delivery, answer -> answer.isLate(now), now));
        repeats.tick(now);
        refused.forEach(answer -> answer.give(negativeStatus));
        due.forEach(this::offer);
        log.tick();
    }
}
