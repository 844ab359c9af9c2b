package org.smppra.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;
import org.smppra.gateway.Received;
import org.smppra.gateway.ReceivedListener;
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
    private static final Logger LOG = System.getLogger(Deliveries.class.getName());
    /** More than this many at one time are refused at once: the SMSC keeps them better than our memory. */
    private static final int LIMIT = 5_000;

    private final ReceiptReader receipts;
    private final MessageReader messages;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final long answerTimeout;
    private final CommandStatus negativeStatus;
    private final List<DeliverySink> sinks = new CopyOnWriteArrayList<>();
    private final Set<Delivery> open = new LinkedHashSet<>();
    private final Map<String, Deque<Delivery>> inOrder = new HashMap<>();
    private final AtomicInteger answersDue = new AtomicInteger();
    private final Reassembly reassembly;
    private final boolean deliverIncomplete;
    private final Counters<DeliveryCounter> counters = new Counters<>(DeliveryCounter.class);
    private long incompleteSaid;
    /** Those of the open ones that no sink has; not all may be offered yet. */
    private final Set<Delivery> waiting = new LinkedHashSet<>();

    private final ReceiptWatcher watcher;
    private final ReceiptDesk desk;
    private boolean paused;
    private int turn;

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
            ReceiptMemory memory,
            IdsUnderWay idsUnderWay) {
        this.desk = new ReceiptDesk(memory, profile, idsUnderWay, clock, answerTimeout, counters, this::accept);
        this.watcher = watcher;
        this.receipts = new ReceiptReader(profile, account);
        this.messages = new MessageReader(profile, account);
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.answerTimeout = answerTimeout;
        this.negativeStatus = negativeStatus;
        this.reassembly = new Reassembly(reassembly);
        this.deliverIncomplete = reassembly.deliverIncomplete();
    }

    @Override
    public void received(Received received) {
        received(received.message(), new DueAnswer(received, nanoTime.getAsLong() + answerTimeout, answersDue));
    }

    void received(UserMessage message, DueAnswer answer) {
        if (ReceiptReader.isReceipt(message)) {
            DeliveryReceipt receipt = receipts.read(message, clock.instant());
            receipt.submissionId().ifPresent(id -> watcher.receipt(id, receipt.messageId()));
            if (answersDue.get() > LIMIT) {
                counters.count(DeliveryCounter.REFUSED_FULL);
                answer.give(negativeStatus);
                return;
            }
            long now = nanoTime.getAsLong();
            desk.received(delivery(receipt, List.of(answer), now), answer, now);
            return;
        }
        MessagePart part = messages.part(message);
        Concatenation place = part.place();
        if (place == null) {
            accept(delivery(messages.read(part, clock.instant()), List.of(answer), nanoTime.getAsLong()));
        } else {
            accept(part, place, answer);
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
        boolean full;
        boolean first = false;
        synchronized (this) {
            full = isFull();
            if (!full) {
                open.add(delivery);
                waiting.add(delivery);
                first = isFirstOfItsMessage(delivery);
            }
        }
        if (full) {
            counters.count(DeliveryCounter.REFUSED_FULL);
            delivery.refused(negativeStatus);
        } else if (first) {
            offer(delivery);
        }
    }

    private void accept(MessagePart part, Concatenation place, DueAnswer answer) {
        long now = nanoTime.getAsLong();
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
        return open.size() >= LIMIT || answersDue.get() > LIMIT;
    }

    private Delivery delivery(Delivered value, List<DueAnswer> answers, long now) {
        return new Delivery(value, answers, now + answerTimeout, this::settled, this::handedBack);
    }

    /** As one value, whole or not; the caller offers it. */
    private Delivery handOn(PartialMessage message, long now) {
        Delivered value = messages.read(message.parts(), !message.isWhole(), clock.instant());
        Delivery delivery = delivery(value, message.take(any -> true), now);
        reassembly.handOn(message, delivery, now);
        open.add(delivery);
        waiting.add(delivery);
        return delivery;
    }

    private void endGivenUp(List<Delivery> due, List<DueAnswer> refused, long now) {
        // Handing one on may push another one out.
        for (PartialMessage message = reassembly.takeGivenUp(); message != null; message = reassembly.takeGivenUp()) {
            boolean delivers = deliverIncomplete && open.size() < LIMIT;
            counters.count(DeliveryCounter.INCOMPLETE);
            if (delivers) {
                due.add(handOn(message, now));
            } else {
                refused.addAll(message.take(any -> true));
            }
        }
    }

    private boolean isFirstOfItsMessage(Delivery delivery) {
        String key = delivery.orderKey();
        if (key == null) {
            return true;
        }
        Deque<Delivery> queue = inOrder.computeIfAbsent(key, k -> new ArrayDeque<>(2));
        queue.add(delivery);
        return queue.size() == 1;
    }

    private boolean isNext(Delivery delivery) {
        Deque<Delivery> queue = delivery.orderKey() == null ? null : inOrder.get(delivery.orderKey());
        return queue == null || delivery.equals(queue.peek());
    }

    /** A sink that cannot take it any more gives it back. */
    private void handedBack(Delivery delivery) {
        synchronized (this) {
            if (!open.contains(delivery)) {
                return;
            }
            waiting.add(delivery);
        }
        offer(delivery);
    }

    /** To a sink, if no sink has it yet and one takes it. */
    private void offer(Delivery delivery) {
        DeliverySink sink;
        synchronized (this) {
            sink = !paused && waiting.contains(delivery) ? sinkFor(delivery.value()) : null;
            if (sink != null) {
                waiting.remove(delivery);
            }
        }
        if (sink != null && desk.isNew(delivery)) {
            sink.offer(delivery);
        }
    }

    private @Nullable DeliverySink sinkFor(Delivered value) {
        int count = sinks.size();
        for (int i = 0; i < count; i++) {
            DeliverySink sink = sinks.get(Math.floorMod(turn + i, count));
            if (sink.takes(value)) {
                turn += i + 1;
                return sink;
            }
        }
        return null;
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
            left = waiting.stream().filter(delivery -> delivery.awaits(over)).toList();
            refused = reassembly.take(over);
        }
        left.forEach(delivery -> delivery.refused(negativeStatus));
        desk.leaving(over, negativeStatus);
        refused.forEach(answer -> answer.give(negativeStatus));
    }

    private void settled(Delivery delivery) {
        Delivery next = null;
        desk.settled(delivery);
        synchronized (this) {
            open.remove(delivery);
            waiting.remove(delivery);
            if (!delivery.isCommitted()) {
                reassembly.forget(delivery);
            }
            String key = delivery.orderKey();
            Deque<Delivery> queue = key == null ? null : inOrder.get(key);
            if (queue != null) {
                queue.remove(delivery);
                next = queue.peek();
                if (next == null) {
                    inOrder.remove(key);
                }
            }
        }
        if (next != null) {
            offer(next);
        }
    }

    /** From now on this sink is offered deliveries, first those that wait. */
    public void add(DeliverySink sink) {
        List<Delivery> due;
        synchronized (this) {
            sinks.add(sink);
            due = waiting.stream().filter(this::isNext).toList();
        }
        due.forEach(this::offer);
    }

    /** Offers nothing to any sink until {@link #resume}: what comes waits, and is refused in time. */
    public synchronized void pause() {
        paused = true;
    }

    public void resume() {
        List<Delivery> due;
        synchronized (this) {
            paused = false;
            due = waiting.stream().filter(this::isNext).toList();
        }
        due.forEach(this::offer);
    }

    /** From now on this sink is offered nothing; what it has it must still settle. */
    public synchronized void remove(DeliverySink sink) {
        sinks.remove(sink);
    }

    /** Refuses what waited too long, and gives up parts whose others did not come; to be called about once a second. */
    public void tick(long now) {
        List<Delivery> nobodys = new ArrayList<>();
        List<Delivery> atWork = new ArrayList<>();
        List<Delivery> due = new ArrayList<>();
        List<DueAnswer> refused = new ArrayList<>();
        long incomplete;
        desk.tick(now);
        synchronized (this) {
            for (Delivery delivery : open) {
                (delivery.isLate(now) && waiting.contains(delivery) ? nobodys : atWork).add(delivery);
            }
            refused.addAll(reassembly.take(answer -> answer.isLate(now)));
            reassembly.tick(now);
            endGivenUp(due, refused, now);
            incomplete = counters.of(DeliveryCounter.INCOMPLETE) - incompleteSaid;
            incompleteSaid += incomplete;
        }
        counters.count(DeliveryCounter.REFUSED_LATE, nobodys.size());
        nobodys.forEach(delivery -> delivery.refused(negativeStatus));
        atWork.forEach(delivery -> delivery.expire(now, negativeStatus));
        refused.forEach(answer -> answer.give(negativeStatus));
        due.forEach(this::offer);
        if (!nobodys.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "SMPP-201 {0} deliveries found no listener in time and were refused with {1}",
                    nobodys.size(),
                    negativeStatus);
        }
        if (incomplete > 0) {
            LOG.log(
                    Level.WARNING,
                    "SMPP-205 parts of {0} messages did not come in time or had no room; what came of them is {1}",
                    incomplete,
                    deliverIncomplete ? "delivered as incomplete" : "refused");
        }
    }
}
