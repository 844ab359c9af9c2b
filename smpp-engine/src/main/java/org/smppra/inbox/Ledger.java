package org.smppra.inbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.smppra.journal.Journal;
import org.smppra.journal.JournalBatch;
import org.smppra.journal.JournalException;
import org.smppra.journal.JournalState;

/** The one lock, the journal, how much there is and may be, and what was counted. */
final class Ledger {
    private static final Logger LOG = System.getLogger(Ledger.class.getName());

    /** On their way to the disk at the same time; more are refused, for whoever stores must not wait for the journal. */
    private static final long MOST_UNDER_WAY = 8 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final InboxSettings settings;
    private final Clock clock;
    private final Journal journal;
    private final Memory memory;
    private final Shelves shelves;
    private final Map<InboxCounter, Long> counts = new EnumMap<>(InboxCounter.class);
    private final AtomicBoolean said = new AtomicBoolean();
    private long stored;
    private long storedOctets;
    private long dead;
    private long deadOctets;
    private long underWay;
    private final List<Long> toRemove = new ArrayList<>();

    /** What is stored under this key or a smaller one may have been delivered. */
    private long doubtfulUpTo;

    Ledger(InboxSettings settings, Clock clock, Journal journal, Memory memory, Shelves shelves) {
        this.settings = settings;
        this.clock = clock;
        this.journal = journal;
        this.memory = memory;
        this.shelves = shelves;
    }

    <T extends @Nullable Object> T in(Supplier<T> turn) {
        lock.lock();
        try {
            return turn.get();
        } finally {
            lock.unlock();
        }
    }

    void run(Runnable turn) {
        lock.lock();
        try {
            turn.run();
        } finally {
            lock.unlock();
        }
    }

    Journal journal() {
        return journal;
    }

    Memory memory() {
        return memory;
    }

    Shelves shelves() {
        return shelves;
    }

    Instant now() {
        return clock.instant();
    }

    long nowMillis() {
        return clock.millis();
    }

    long doubtfulUpTo() {
        return doubtfulUpTo;
    }

    void doubtfulUpTo(long key) {
        doubtfulUpTo = key;
    }

    void count(InboxCounter counter, long more) {
        counts.merge(counter, more, Long::sum);
    }

    Map<InboxCounter, Long> counts() {
        Map<InboxCounter, Long> all = new EnumMap<>(InboxCounter.class);
        for (InboxCounter counter : InboxCounter.values()) {
            all.put(counter, counts.getOrDefault(counter, 0L));
        }
        all.put(InboxCounter.FORGOTTEN, memory.forgotten());
        return all;
    }

    /** One is on its way to the disk, to be delivered. @return null, or why it must not be */
    @Nullable
    String begin(int octets) {
        if (stored >= settings.capacity()) {
            return full("inbox: " + stored + " are stored, which is its capacity; deploy the listeners that take them");
        }
        if (storedOctets + octets > settings.capacityOctets()) {
            return full("inbox: " + storedOctets + " octets are stored, " + octets + " more would exceed "
                    + settings.capacityOctets() + "; deploy the listeners that take them");
        }
        String refused = beginDead(octets);
        if (refused == null) {
            take(octets);
        }
        return refused;
    }

    /** The same, as a dead letter: of these the oldest make room. */
    @Nullable
    String beginDead(int octets) {
        if (underWay > 0 && underWay + octets > MOST_UNDER_WAY) {
            return full("inbox: " + underWay + " octets wait for the disk, which is slower than what comes");
        }
        underWay += octets;
        return null;
    }

    private String full(String why) {
        count(InboxCounter.REFUSED_FULL, 1);
        return why;
    }

    void ended(int octets) {
        underWay -= octets;
    }

    void take(int octets) {
        stored++;
        storedOctets += octets;
    }

    void free(int octets) {
        stored--;
        storedOctets -= octets;
    }

    void freeDead(DeadEntry entry) {
        dead--;
        deadOctets -= entry.octets();
    }

    /** Puts a dead letter in its place. @return those that make room: no longer there, but on disk */
    List<Long> bury(Shelf shelf, DeadEntry entry) {
        shelf.dead().put(entry.key(), entry);
        dead++;
        deadOctets += entry.octets();
        List<Long> dropped = new ArrayList<>();
        while (dead > 1 && (dead > settings.deadLetters() || deadOctets > settings.deadLetterOctets())) {
            dropped.add(dropOldestDead());
        }
        count(InboxCounter.DEAD_LETTERS_DROPPED, dropped.size());
        return dropped;
    }

    private long dropOldestDead() {
        Shelf oldest = null;
        for (Shelf each : shelves.all()) {
            if (!each.dead().isEmpty()
                    && (oldest == null || each.dead().firstKey() < oldest.dead().firstKey())) {
                oldest = each;
            }
        }
        if (oldest == null) {
            throw new IllegalStateException("No dead letter");
        }
        DeadEntry entry = oldest.dead().pollFirstEntry().getValue();
        freeDead(entry);
        return entry.key();
    }

    /** Whether nothing can be stored or read any more. */
    boolean hasFailed() {
        return journal.state() == JournalState.FAILED || journal.state() == JournalState.CLOSED;
    }

    /** On disk some time later; not in a turn. A failure is logged, once. */
    void append(JournalBatch batch) {
        if (batch.size() == 0) {
            return;
        }
        try {
            journal.append(batch);
        } catch (JournalException e) {
            if (said.compareAndSet(false, true)) {
                LOG.log(
                        Level.ERROR,
                        "SMPP-351 the inbox can store nothing any more; what was delivered since may be delivered again"
                                + " after a restart, as a possible duplicate: {0}",
                        String.valueOf(e.getMessage()));
            }
        }
    }

    /** In a turn: some time they are to be removed on disk. */
    void toRemove(List<Long> keys) {
        toRemove.addAll(keys);
    }

    List<Long> takeToRemove() {
        return in(() -> {
            List<Long> keys = List.copyOf(toRemove);
            toRemove.clear();
            return keys;
        });
    }

    void remove(List<Long> keys) {
        JournalBatch batch = JournalBatch.of();
        keys.forEach(batch::remove);
        append(batch);
    }
}
