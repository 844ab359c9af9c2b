package org.smppra.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Receipts that came before the answer which tells whose they are, for a moment. Those of one message go on in the order
 * in which they came, also those that come while the others go on.
 */
final class ParkedReceipts {
    /** Of one message. */
    private static final class Queue {
        private final Deque<Delivery> deliveries = new ArrayDeque<>(2);
        private final long since;
        private boolean goingOn;

        Queue(long since) {
            this.since = since;
        }
    }

    private final int most;
    private final Consumer<Delivery> further;
    /** By the message's id, the oldest first. */
    private final Map<String, Queue> queues = new LinkedHashMap<>();

    private int size;
    /** Whether there is any queue: asked without the lock, for nearly always there is none. */
    private volatile boolean areAny;

    /** @param further where they go on to */
    ParkedReceipts(int most, Consumer<Delivery> further) {
        this.most = most;
        this.further = further;
    }

    /** @return whether it waits now behind others of its message */
    boolean addBehind(String messageId, Delivery delivery) {
        return areAny && addBehindOthers(messageId, delivery);
    }

    private synchronized boolean addBehindOthers(String messageId, Delivery delivery) {
        Queue queue = queues.get(messageId);
        if (queue != null) {
            add(queue, delivery);
        }
        return queue != null;
    }

    /** @return false if there is no room */
    synchronized boolean add(String messageId, Delivery delivery, long now) {
        if (size >= most) {
            return false;
        }
        add(queues.computeIfAbsent(messageId, id -> new Queue(now)), delivery);
        areAny = true;
        return true;
    }

    private void add(Queue queue, Delivery delivery) {
        queue.deliveries.add(delivery);
        size++;
    }

    boolean isFull() {
        return areAny && isAtMost();
    }

    private synchronized boolean isAtMost() {
        return size >= most;
    }

    /** Lets those of one message go on. */
    void release(String messageId) {
        Queue queue;
        synchronized (this) {
            queue = queues.get(messageId);
            if (queue == null || queue.goingOn) {
                return; // who lets them go on takes also what came meanwhile
            }
            queue.goingOn = true;
        }
        for (Delivery next = next(messageId, queue); next != null; next = next(messageId, queue)) {
            further.accept(next);
        }
    }

    private synchronized @Nullable Delivery next(String messageId, Queue queue) {
        Delivery next = queue.deliveries.poll();
        if (next == null) {
            queues.remove(messageId);
            areAny = !queues.isEmpty();
        } else {
            size--;
        }
        return next;
    }

    /** Lets those go on that waited for so long. */
    void releaseOlderThan(long age, long now) {
        List<String> due = new ArrayList<>();
        synchronized (this) {
            for (Map.Entry<String, Queue> each : queues.entrySet()) {
                if (now - each.getValue().since < age) {
                    break;
                }
                due.add(each.getKey());
            }
        }
        due.forEach(this::release);
    }

    /** Takes out those that are meant. */
    synchronized List<Delivery> take(Predicate<Delivery> meant) {
        List<Delivery> taken = new ArrayList<>();
        Iterator<Queue> each = queues.values().iterator();
        while (each.hasNext()) {
            Queue queue = each.next();
            List<Delivery> of = queue.deliveries.stream().filter(meant).toList();
            queue.deliveries.removeAll(of);
            size -= of.size();
            taken.addAll(of);
            if (queue.deliveries.isEmpty() && !queue.goingOn) {
                each.remove();
            }
        }
        areAny = !queues.isEmpty();
        return taken;
    }

    synchronized int size() {
        return size;
    }
}
