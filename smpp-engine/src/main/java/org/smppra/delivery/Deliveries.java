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
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.smppra.Delivered;
import org.smppra.gateway.Received;
import org.smppra.gateway.ReceivedListener;
import org.smppra.link.Link;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.UserMessage;
import org.smppra.profile.Profile;

/**
 * What an account's SMSC delivered and nobody settled yet. Receipts of one message go one at a time and in order; what
 * no sink takes waits for one; what is not settled in time is refused, so that the SMSC sends it again. Never
 * acknowledged and dropped.
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
    /** Those of the open ones that no sink has; not all may be offered yet. */
    private final Set<Delivery> waiting = new LinkedHashSet<>();

    private int turn;

    /** @param answerTimeout nanoseconds from a deliver_sm to its answer, at the latest */
    public Deliveries(
            String account,
            Profile profile,
            Clock clock,
            LongSupplier nanoTime,
            long answerTimeout,
            CommandStatus negativeStatus) {
        this.receipts = new ReceiptReader(profile, account);
        this.messages = new MessageReader(account);
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.answerTimeout = answerTimeout;
        this.negativeStatus = negativeStatus;
    }

    @Override
    public void received(Received received) {
        UserMessage message = received.message();
        Delivered value = ReceiptReader.isReceipt(message)
                ? receipts.read(message, clock.instant())
                : messages.read(message, clock.instant());
        Delivery delivery =
                new Delivery(value, received, nanoTime.getAsLong() + answerTimeout, this::settled, this::handedBack);
        synchronized (this) {
            if (open.size() >= LIMIT) {
                received.answer(negativeStatus);
                return;
            }
            open.add(delivery);
            waiting.add(delivery);
            if (!isFirstOfItsMessage(delivery)) {
                return;
            }
        }
        offer(delivery);
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
            sink = waiting.contains(delivery) ? sinkFor(delivery.value()) : null;
            if (sink != null) {
                waiting.remove(delivery);
            }
        }
        if (sink != null) {
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
        List<Delivery> left = new ArrayList<>();
        synchronized (this) {
            for (Delivery delivery : waiting) {
                if (delivery.isFrom(link)) {
                    left.add(delivery);
                }
            }
        }
        left.forEach(delivery -> delivery.refused(negativeStatus));
    }

    private void settled(Delivery delivery) {
        Delivery next = null;
        synchronized (this) {
            open.remove(delivery);
            waiting.remove(delivery);
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

    /** From now on this sink is offered nothing; what it has it must still settle. */
    public synchronized void remove(DeliverySink sink) {
        sinks.remove(sink);
    }

    /** Refuses what waited too long; to be called about once a second. */
    public void tick(long now) {
        List<Delivery> nobodys = new ArrayList<>();
        List<Delivery> late = new ArrayList<>();
        synchronized (this) {
            for (Delivery delivery : open) {
                if (!delivery.isLate(now)) {
                    break; // in order of arrival
                }
                (waiting.contains(delivery) ? nobodys : late).add(delivery);
            }
        }
        nobodys.forEach(delivery -> delivery.refused(negativeStatus));
        late.forEach(delivery -> delivery.expired(negativeStatus));
        if (!nobodys.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "SMPP-201 {0} deliveries found no listener in time and were refused with {1}",
                    nobodys.size(),
                    negativeStatus);
        }
    }
}
