package org.smppra.session;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The requests without an answer: a ring of slots keyed by sequence number, at least twice as large as the window. A
 * sequence number whose slot is still taken is skipped.
 */
final class Window<C> {
    private final int size;
    private final int mask;
    private final @Nullable Object[] calls;
    private final int[] sequenceNumbers;
    private final long[] deadlines;
    private int outstanding;

    Window(int size) {
        if (size < 1 || size > 1 << 16) {
            throw new IllegalArgumentException("windowSize: " + size + " is outside 1 to 65536");
        }
        this.size = size;
        int slots = Integer.highestOneBit(size * 2 - 1) * 2;
        this.mask = slots - 1;
        this.calls = new @Nullable Object[slots];
        this.sequenceNumbers = new int[slots];
        this.deadlines = new long[slots];
    }

    int outstanding() {
        return outstanding;
    }

    boolean isFull() {
        return outstanding == size;
    }

    /** Whether a request may use this sequence number. */
    boolean isFree(int sequenceNumber) {
        return calls[sequenceNumber & mask] == null;
    }

    void open(int sequenceNumber, C call, long deadline) {
        int slot = sequenceNumber & mask;
        calls[slot] = call;
        sequenceNumbers[slot] = sequenceNumber;
        deadlines[slot] = deadline;
        outstanding++;
    }

    /** The request of this sequence number; null if there is none. */
    @Nullable
    C at(int sequenceNumber) {
        int slot = sequenceNumber & mask;
        return calls[slot] == null || sequenceNumbers[slot] != sequenceNumber ? null : slot(slot);
    }

    /** The same, and its slot is free again. */
    @Nullable
    C close(int sequenceNumber) {
        C call = at(sequenceNumber);
        return call == null ? null : release(sequenceNumber & mask);
    }

    /** What is told of one that is closed. */
    interface Closed<C> {
        void accept(int sequenceNumber, C call);
    }

    /** Closes all whose deadline is reached. */
    void expire(long now, Closed<C> expired) {
        for (int slot = 0; outstanding > 0 && slot <= mask; slot++) {
            if (calls[slot] != null && now - deadlines[slot] >= 0) {
                expired.accept(sequenceNumbers[slot], release(slot));
            }
        }
    }

    /** Closes all that the condition holds for. */
    void closeIf(Predicate<C> condition, Consumer<C> each) {
        for (int slot = 0; outstanding > 0 && slot <= mask; slot++) {
            if (calls[slot] != null && condition.test(slot(slot))) {
                each.accept(release(slot));
            }
        }
    }

    private C release(int slot) {
        C call = slot(slot);
        calls[slot] = null;
        outstanding--;
        return call;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // only open() writes a slot, and only with a C
    private C slot(int slot) {
        return (C) calls[slot];
    }
}
