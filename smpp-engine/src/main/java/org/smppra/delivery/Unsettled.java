package org.smppra.delivery;

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
    /** The newest of each message; the others of it are linked to it. */
    private final Map<String, Delivery> newest = new HashMap<>();

    private int waiting;

    int size() {
        return all.size();
    }

    /** Those that nobody has. */
    int waiting() {
        return waiting;
    }

    /** @return whether it may be offered at once */
    boolean add(Delivery delivery) {
        all.add(delivery);
        delivery.waiting = true;
        waiting++;
        String key = delivery.orderKey();
        Delivery before = key == null ? null : newest.put(key, delivery);
        delivery.before = before;
        if (before != null) {
            before.after = delivery;
        }
        return before == null;
    }

    /** Whether nobody has it yet. */
    boolean isWaiting(Delivery delivery) {
        return delivery.waiting;
    }

    /** Somebody has it now. */
    void taken(Delivery delivery) {
        waiting -= delivery.waiting ? 1 : 0;
        delivery.waiting = false;
    }

    /** Nobody has it any more. @return false if it is settled */
    boolean waitsAgain(Delivery delivery) {
        boolean again = !delivery.waiting && all.contains(delivery);
        delivery.waiting |= again;
        waiting += again ? 1 : 0;
        return again;
    }

    /** Those that nobody has. */
    List<Delivery> waiting(Predicate<Delivery> meant) {
        return all.stream().filter(each -> each.waiting && meant.test(each)).toList();
    }

    /** Those that nobody has and that may be offered. */
    List<Delivery> due() {
        return waiting(each -> each.before == null);
    }

    /** Those that nobody has and that are too late, and all others: in this order. */
    void split(Predicate<Delivery> late, List<Delivery> nobodys, List<Delivery> others) {
        all.forEach(each -> (late.test(each) && each.waiting ? nobodys : others).add(each));
    }

    /** @return the next one of its message, if there is one whose turn has come */
    @Nullable
    Delivery settled(Delivery delivery) {
        taken(delivery);
        if (!all.remove(delivery)) {
            return null;
        }
        Delivery before = delivery.before;
        Delivery after = delivery.after;
        delivery.before = null;
        delivery.after = null;
        if (after != null) {
            after.before = before;
        }
        if (before != null) {
            before.after = after;
        }
        String key = delivery.orderKey();
        if (after == null && key != null) {
            newest.compute(key, (same, any) -> before);
        }
        return before == null ? after : null;
    }
}
