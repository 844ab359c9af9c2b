package org.smppra.outbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What all parts of an outbox share: the shelves of the accounts, the room, and one short lock for them. Records are
 * handed to the journal under it, so that the disk sees them in the order in which they happened; nobody waits for the
 * disk under it.
 */
final class Ledger {
    /** The lock, from its making to its close; then those are told who were to be told. */
    final class Turn implements AutoCloseable {
        private @Nullable List<Runnable> told;

        private Turn() {
            lock.lock();
        }

        void tell(@Nullable Runnable who) {
            if (who == null) {
                return;
            }
            if (told == null) {
                told = new ArrayList<>(2);
            }
            if (told.isEmpty() || told.get(told.size() - 1) != who) {
                told.add(who);
            }
        }

        @Override
        public void close() {
            lock.unlock();
            if (told != null) {
                told.forEach(Runnable::run);
            }
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final OutboxSettings settings;
    private final Bounds bounds;
    private final Clock clock;
    private final Book book;
    private final Room room;
    private final Cache cache;
    private final Shelves shelves;
    private final Map<OutboxCounter, Long> counts = new EnumMap<>(OutboxCounter.class);

    Ledger(OutboxSettings settings, Bounds bounds, Clock clock, Book book, Shelves shelves) {
        this.settings = settings;
        this.bounds = bounds;
        this.clock = clock;
        this.book = book;
        this.shelves = shelves;
        this.room = new Room(settings.capacity(), settings.capacityOctets());
        this.cache = new Cache(bounds.cacheOctets());
    }

    Turn turn() {
        return new Turn();
    }

    OutboxSettings settings() {
        return settings;
    }

    Bounds bounds() {
        return bounds;
    }

    long now() {
        return clock.millis();
    }

    Book book() {
        return book;
    }

    Room room() {
        return room;
    }

    Cache cache() {
        return cache;
    }

    Shelves shelves() {
        return shelves;
    }

    void count(OutboxCounter what) {
        count(what, 1);
    }

    void count(OutboxCounter what, int times) {
        counts.merge(what, (long) times, Long::sum);
    }

    long counted(OutboxCounter what) {
        return counts.getOrDefault(what, 0L);
    }

    Map<OutboxCounter, Long> counts() {
        Map<OutboxCounter, Long> all = new EnumMap<>(OutboxCounter.class);
        for (OutboxCounter counter : OutboxCounter.values()) {
            all.put(counter, counted(counter));
        }
        return all;
    }
}
