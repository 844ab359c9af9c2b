package org.smppra.inbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What waits for the listeners of one account, and what they have in hand. Guarded by the lock of the {@link Ledger}. */
final class Line {
    /** One order key of which one is in hand, or is to be the next: the others wait behind it. */
    private static final class Order {
        private Entry first;
        private final ArrayDeque<Entry> behind = new ArrayDeque<>(1);

        Order(Entry first) {
            this.first = first;
        }
    }

    private final ByAge all = new ByAge();
    private final PriorityQueue<Entry> ready = byKey();
    private final PriorityQueue<Entry> early = new PriorityQueue<>(Comparator.comparingLong(e -> e.notBeforeMillis));
    /** By those who might take them. */
    private final Map<Set<?>, PriorityQueue<Entry>> aside = new HashMap<>();

    private final Map<Long, Order> orders = new HashMap<>();
    private final Map<Long, Entry> inHand = new HashMap<>();

    private static PriorityQueue<Entry> byKey() {
        return new PriorityQueue<>(Comparator.comparingLong(entry -> entry.key));
    }

    int size() {
        return all.size();
    }

    int waiting() {
        return all.size() - inHand.size();
    }

    List<Entry> all() {
        return all.all();
    }

    Collection<Entry> inHand() {
        return inHand.values();
    }

    @Nullable
    Entry oldestWaiting() {
        Entry oldest = all.oldest();
        while (oldest != null && inHand.containsKey(oldest.key)) {
            oldest = oldest.younger;
        }
        return oldest;
    }

    void add(Entry entry) {
        all.add(entry);
        ready.add(entry);
    }

    /** Of a line that nobody took anything of. */
    void addAll(List<Entry> entries) {
        all.addAll(entries);
        ready.addAll(entries);
    }

    List<Entry> take(int most, long nowMillis) {
        for (Entry each = early.peek(); each != null && each.notBeforeMillis <= nowMillis; each = early.peek()) {
            ready.add(early.remove());
        }
        List<Entry> taken = new ArrayList<>();
        while (taken.size() < most && !ready.isEmpty()) {
            Entry entry = ready.remove();
            if (mayGo(entry)) {
                inHand.put(entry.key, entry);
                taken.add(entry);
            }
        }
        return taken;
    }

    private boolean mayGo(Entry entry) {
        if (entry.order == 0) {
            return true;
        }
        Order order = orders.get(entry.order);
        if (order == null) {
            orders.put(entry.order, new Order(entry));
            return true;
        }
        if (order.first != entry) {
            order.behind.add(entry);
        }
        return order.first == entry;
    }

    @Nullable
    Entry inHand(long key) {
        return inHand.get(key);
    }

    /** It is delivered, or a dead letter. @return null if it is not in hand */
    @Nullable
    Entry leave(long key) {
        Entry entry = inHand.remove(key);
        if (entry == null) {
            return null;
        }
        all.remove(entry);
        Order order = orders.get(entry.order);
        if (order != null) {
            Entry next = order.behind.poll();
            if (next == null) {
                orders.remove(entry.order);
            } else {
                order.first = next;
                ready.add(next);
            }
        }
        return entry;
    }

    /** It waits to be recalled, and keeps the others of its order key from going. */
    void setAside(Entry entry, Set<?> takers) {
        if (inHand.remove(entry.key) != null) {
            aside.computeIfAbsent(takers, any -> byKey()).add(entry);
        }
    }

    /** @return whether any that is meant is still set aside */
    boolean recall(Predicate<Set<?>> meant, int most) {
        boolean left = false;
        Iterator<Map.Entry<Set<?>, PriorityQueue<Entry>>> each =
                aside.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Set<?>, PriorityQueue<Entry>> lane = each.next();
            if (meant.test(lane.getKey())) {
                PriorityQueue<Entry> entries = lane.getValue();
                for (int i = 0; i < most && !entries.isEmpty(); i++) {
                    ready.add(entries.remove());
                }
                left |= !entries.isEmpty();
                if (entries.isEmpty()) {
                    each.remove();
                }
            }
        }
        return left;
    }

    /** It waits again, before the others of its order key, which it keeps from going. */
    void giveBack(Entry entry, long notBeforeMillis, long nowMillis) {
        if (inHand.remove(entry.key) == null) {
            return;
        }
        entry.notBeforeMillis = notBeforeMillis;
        if (notBeforeMillis > nowMillis) {
            early.add(entry);
        } else {
            ready.add(entry);
        }
    }
}
