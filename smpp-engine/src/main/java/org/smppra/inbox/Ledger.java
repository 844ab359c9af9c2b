package org.smppra.inbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
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
        all.put(InboxCounter.REFUSALS_FORGOTTEN, memory.refusalsForgotten());
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
        String refused = beginWriting(octets);
        if (refused == null) {
            take(octets);
        }
        return refused;
    }

    /** The same, as a dead letter. */
    @Nullable
    String beginDead(int octets) {
        if (!hasRoomForDead(octets)) {
            return "inbox: " + dead + " dead letters of " + deadOctets + " octets leave no room for another; deliver or"
                    + " discard some";
        }
        String refused = beginWriting(octets);
        if (refused == null) {
            takeDead(octets);
        }
        return refused;
    }

    /** None makes room for another: each was acknowledged. */
    boolean hasRoomForDead(int octets) {
        boolean room = dead < settings.deadLetters() && deadOctets + octets <= settings.deadLetterOctets();
        count(InboxCounter.DEAD_LETTERS_REFUSED, room ? 0 : 1);
        return room;
    }

    private @Nullable String beginWriting(int octets) {
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

    /** Whether there is room or not: it may be there already. */
    void takeDead(int octets) {
        dead++;
        deadOctets += octets;
    }

    void freeDead(int octets) {
        dead--;
        deadOctets -= octets;
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
}
