package org.smppra.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The deliveries that are not settled, the oldest first, and the order of those of one message. Guarded by its user. */
final class Unsettled {
    private final Set<Delivery> all = new LinkedHashSet<>();
    /** Those that nobody has; not all may be offered yet. */
    private final Set<Delivery> waiting = new LinkedHashSet<>();

    private final Map<String, Deque<Delivery>> inOrder = new HashMap<>();

    int size() {
        return all.size();
    }

    /** @return whether it may be offered at once */
    boolean add(Delivery delivery) {
        all.add(delivery);
        waiting.add(delivery);
        String key = delivery.orderKey();
        if (key == null) {
            return true;
        }
        Deque<Delivery> queue = inOrder.computeIfAbsent(key, k -> new ArrayDeque<>(2));
        queue.add(delivery);
        return queue.size() == 1;
    }

    boolean isWaiting(Delivery delivery) {
        return waiting.contains(delivery);
    }

    /** Somebody has it now. */
    void taken(Delivery delivery) {
        waiting.remove(delivery);
    }

    /** Nobody has it any more. @return false if it is settled */
    boolean waitsAgain(Delivery delivery) {
        return all.contains(delivery) && waiting.add(delivery);
    }

    /** Those that nobody has. */
    List<Delivery> waiting(Predicate<Delivery> meant) {
        return waiting.stream().filter(meant).toList();
    }

    /** Those that nobody has and that may be offered. */
    List<Delivery> due() {
        return waiting(this::isNext);
    }

    private boolean isNext(Delivery delivery) {
        Deque<Delivery> queue = delivery.orderKey() == null ? null : inOrder.get(delivery.orderKey());
        return queue == null || delivery.equals(queue.peek());
    }

    /** Those that nobody has and that are too late, and all others: in this order. */
    void split(Predicate<Delivery> late, List<Delivery> nobodys, List<Delivery> others) {
        all.forEach(each -> (late.test(each) && waiting.contains(each) ? nobodys : others).add(each));
    }

    /** @return the next one of its message; null if there is none */
    @Nullable
    Delivery settled(Delivery delivery) {
        all.remove(delivery);
        waiting.remove(delivery);
        String key = delivery.orderKey();
        Deque<Delivery> queue = key == null ? null : inOrder.get(key);
        if (queue == null) {
            return null;
        }
        queue.remove(delivery);
        if (queue.isEmpty()) {
            inOrder.remove(key);
        }
        return queue.peek();
    }
}
