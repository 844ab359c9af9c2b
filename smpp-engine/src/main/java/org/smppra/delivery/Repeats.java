package org.smppra.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.smppra.link.Counters;
import org.smppra.message.CommandStatus;

/**
 * What the SMSC will send again although it is with a listener: its answer came too late, or had no link any more. Of
 * what has an id of the SMSC's own the {@link ReceiptDesk} knows that; here it is told by its content, and only one comes
 * again for each answer that was not given, so that an equal message of the same sender is not taken for it.
 */
final class Repeats {
    static final int MOST = 10_000;
    /** An SMSC that did not send it again for so long has given it up. */
    static final long LONGEST = TimeUnit.HOURS.toNanos(1);

    private record Expected(Delivery delivery, long since) {}

    private final CommandStatus negativeStatus;
    private final Counters<DeliveryCounter> counters;
    /** By content, the longest unchanged first. */
    private final Map<String, Deque<Expected>> expected = new LinkedHashMap<>();

    Repeats(CommandStatus negativeStatus, Counters<DeliveryCounter> counters) {
        this.negativeStatus = negativeStatus;
        this.counters = counters;
    }

    /** Gives these answers of one that a listener has: they cannot wait for it. */
    void refuse(Delivery delivery, Predicate<DueAnswer> meant, long now) {
        int answers = delivery.answer(meant, negativeStatus);
        String key = answers == 0 ? null : delivery.arrival().contentKey();
        if (key != null) {
            expect(key, delivery, answers, now);
        }
    }

    private synchronized void expect(String key, Delivery delivery, int answers, long now) {
        Deque<Expected> equals = expected.remove(key);
        equals = equals == null ? new ArrayDeque<>(1) : equals;
        for (int i = 0; i < answers; i++) {
            equals.add(new Expected(delivery, now));
        }
        expected.put(key, equals);
        if (expected.size() > MOST) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        Iterator<String> each = expected.keySet().iterator();
        each.next();
        each.remove();
    }

    /** @return whether it is an earlier one once more, with which it is answered from now on; false: it is new */
    boolean join(Delivery arrived, DueAnswer answer, long now) {
        String key = arrived.arrival().contentKey();
        Delivery known = key == null ? null : take(key, now);
        if (known != null) {
            counters.count(DeliveryCounter.REPEATED);
            known.join(answer);
        }
        return known != null;
    }

    private synchronized @Nullable Delivery take(String key, long now) {
        Deque<Expected> equals = expected.get(key);
        Delivery known = null;
        while (known == null && equals != null && !equals.isEmpty()) {
            Expected next = equals.remove();
            known = now - next.since() < LONGEST && !next.delivery().isRefused() ? next.delivery() : null;
        }
        if (equals != null && equals.isEmpty()) {
            expected.remove(key);
        }
        return known;
    }

    /** To be called now and then. */
    synchronized void tick(long now) {
        while (!expected.isEmpty()) {
            Expected newest = expected.values().iterator().next().getLast();
            if (now - newest.since() < LONGEST) {
                return;
            }
            forgetOldest();
        }
    }
}
