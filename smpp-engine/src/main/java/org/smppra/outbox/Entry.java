package org.smppra.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.smppra.UnansweredPolicy;

/**
 * One submission in memory, whatever became of it: small, for there may be a million. Its body is on disk only, but for
 * those that are fresh or not durable. Guarded by the lock of the ledger.
 */
final class Entry extends SubmissionKey {
    /** What becomes of it. */
    enum State {
        /** Its transaction is open. */
        OPEN,
        /** Its transaction is prepared. */
        PREPARED,
        /** In a lane. */
        READY,
        /** It waits for its time. */
        TIMED,
        /** It waits for an older one with its order key. */
        BEHIND,
        /** Who sends has it. */
        IN_HAND,
        /** It waits for an operator. */
        HELD,
        SETTLED,
        /** Nobody needs to know any more. */
        GONE;

        /** Whether it is to be sent some time, and nobody has it. */
        boolean waits() {
            return this == READY || this == TIMED || this == BEHIND;
        }
    }

    /** In the journal; also its age: the older the smaller. */
    private final long key;

    private final long submittedAt;
    private final long expiresAt;
    private final long orderKey;
    private final int octets;
    private final byte priority;
    private final boolean durable;
    private final boolean hold;
    private boolean maybeSent;
    private boolean marked;
    private boolean delivered;
    private short attempts;
    private State state = State.OPEN;
    private Shelf shelf;
    private long at;
    private long replacedBy;
    private @Nullable EntryList list;
    private @Nullable Entry previous;
    private @Nullable Entry next;
    private @Nullable Object content;
    private @Nullable InHand hand;
    private @Nullable Companion flight;
    private @Nullable Companion decision;
    private @Nullable KnownKey known;

    /** @param maxAge after which it is not sent any more */
    Entry(long key, OutboxMessage message, Shelf shelf, Duration maxAge) {
        super(message.submissionId());
        this.key = key;
        this.shelf = shelf;
        this.submittedAt = message.submittedAt().toEpochMilli();
        this.expiresAt = Math.min(
                submittedAt + maxAge.toMillis(),
                message.expiresAt() == null
                        ? Long.MAX_VALUE
                        : message.expiresAt().toEpochMilli());
        this.orderKey = OrderKeys.numberOf(message.orderKey());
        this.octets = message.octets();
        this.priority = (byte) message.priority();
        this.durable = message.durable();
        this.hold = message.unanswered() == UnansweredPolicy.HOLD;
    }

    /** One that is settled, with its result. */
    Entry(long key, ResultRecord record, Shelf shelf) {
        super(record.result().submissionId());
        this.key = key;
        this.shelf = shelf;
        this.submittedAt = record.submittedAt();
        this.expiresAt = Long.MAX_VALUE;
        this.orderKey = OrderKeys.NONE;
        this.octets = 0;
        this.priority = 0;
        this.durable = true;
        this.hold = false;
        this.state = State.SETTLED;
        this.at = record.settledAt();
        this.delivered = record.delivered();
    }

    long key() {
        return key;
    }

    long submittedAt() {
        return submittedAt;
    }

    /** The end of its validity, or of its time in the outbox: whichever comes first. */
    long expiresAt() {
        return expiresAt;
    }

    long orderKey() {
        return orderKey;
    }

    int octets() {
        return octets;
    }

    int priority() {
        return priority;
    }

    boolean isDurable() {
        return durable;
    }

    /** Whether it is held when it was written and not answered. */
    boolean isHold() {
        return hold;
    }

    State state() {
        return state;
    }

    void state(State now) {
        this.state = now;
    }

    Shelf shelf() {
        shelf = shelf.now();
        return shelf;
    }

    /** When it is due, if it is timed; when it was settled, if it is. */
    long at() {
        return at;
    }

    void at(long millis) {
        this.at = millis;
    }

    int attempts() {
        return attempts;
    }

    void attempts(int count) {
        this.attempts = (short) Math.min(count, Short.MAX_VALUE);
    }

    /** Whether a part of it may have been written without an answer. */
    boolean maybeSent() {
        return maybeSent;
    }

    void maybeSent(boolean may) {
        this.maybeSent = may;
    }

    /** Whether its record on disk says that it was about to be written. */
    boolean marked() {
        return marked;
    }

    void marked(boolean is) {
        this.marked = is;
    }

    /** Whether a listener committed its result. */
    boolean delivered() {
        return delivered;
    }

    void delivered(boolean is) {
        this.delivered = is;
    }

    /** Which of all appended batches replaced its record last, without a force; 0: none. */
    long replacedBy() {
        return replacedBy;
    }

    void replacedBy(long batch) {
        this.replacedBy = batch;
    }

    /** A MessageRecord, or a SubmitResult if it is settled; null: it is on disk only. The {@link Cache} writes it. */
    @Nullable
    Object content() {
        return content;
    }

    void content(@Nullable Object what) {
        this.content = what;
    }

    /** While it is in hand, and its message was read. */
    @Nullable
    InHand hand() {
        return hand;
    }

    void hand(@Nullable InHand of) {
        this.hand = of;
    }

    /** What says on disk that it may have been written. */
    @Nullable
    Companion flight() {
        return flight;
    }

    void flight(@Nullable Companion in) {
        this.flight = in;
    }

    /** What says on disk whether its transaction committed; null: its own record does. */
    @Nullable
    Companion decision() {
        return decision;
    }

    void decision(@Nullable Companion by) {
        this.decision = by;
    }

    @Nullable
    KnownKey known() {
        return known;
    }

    void known(@Nullable KnownKey as) {
        this.known = as;
    }

    @Nullable
    EntryList list() {
        return list;
    }

    @Nullable
    Entry previous() {
        return previous;
    }

    @Nullable
    Entry next() {
        return next;
    }

    void link(@Nullable EntryList in, @Nullable Entry before, @Nullable Entry after) {
        this.list = in;
        this.previous = before;
        this.next = after;
    }
}
