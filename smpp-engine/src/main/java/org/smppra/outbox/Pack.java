package org.smppra.outbox;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.InvalidMessageException;
import org.smppra.OutboxFullException;
import org.smppra.Sent;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.journal.JournalBatch;

/** What one transaction adds, until it is decided. */
final class Pack {
    /** At a time: a large transaction does not keep others from the lock. */
    private static final int SLICE = 1_000;

    private final Ledger ledger;
    private final Bodies bodies;
    private final long openedAt;
    private final List<Entry> entries = new ArrayList<>();
    /** Of the entries, while they are on no disk. */
    private final List<Draft> drafts = new ArrayList<>();

    private long octets;
    private boolean open = true;

    Pack(Ledger ledger, Bodies bodies) {
        this.ledger = ledger;
        this.bodies = bodies;
        this.openedAt = ledger.now();
    }

    /** One that is prepared, and on disk. */
    Pack(Ledger ledger, Bodies bodies, List<Entry> entries) {
        this(ledger, bodies);
        this.entries.addAll(entries);
        this.open = false;
    }

    long openedAt() {
        return openedAt;
    }

    /** Encoded when it is added: that takes time, which nobody has who holds the lock or commits. */
    private static final class Draft {
        private final MessageRecord record;
        private final @Nullable KnownKey known;
        private final byte[] body;

        Draft(OutboxMessage message) {
            this.record = MessageRecord.of(message, 0);
            this.known = KnownKey.of(message);
            this.body = message.durable() ? record.encoded() : new byte[0];
        }
    }

    List<Submission> add(List<OutboxMessage> messages) throws SmppException {
        List<Draft> added = messages.stream().map(Draft::new).toList();
        List<Object> answers = new ArrayList<>(messages.size());
        try (Ledger.Turn turn = ledger.turn()) {
            if (!open) {
                throw over();
            }
            int before = entries.size();
            try {
                for (Draft draft : added) {
                    answers.add(add(draft));
                }
            } catch (SmppException | RuntimeException e) {
                dropFrom(before);
                throw e;
            }
        }
        List<Submission> submissions = new ArrayList<>(messages.size());
        for (Object answer : answers) {
            submissions.add(
                    answer instanceof Entry first
                            ? bodies.submission(first).asRepeated() // read without the lock
                            : (Submission) answer);
        }
        return submissions;
    }

    static SmppException over() {
        return new SmppException(
                "SMPP-TRANSACTION-OVER", "the transaction takes nothing any more", Sent.NOTHING, false, null);
    }

    /** @return its submission; or the entry of another transaction that had its idempotency key first */
    private Object add(Draft draft) throws SmppException {
        OutboxMessage message = draft.record.message();
        Shelf shelf = ledger.shelves().of(message.account());
        KnownKey key = draft.known;
        Entry first = key == null ? null : shelf.known().get(key);
        if (key != null && first != null) {
            return repeated(first, key);
        }
        if (shelf.isDraining()) {
            throw new SmppException(
                    "SMPP-DRAINING",
                    "account " + shelf.key().name() + " is drained by an operator and takes nothing now",
                    Sent.NOTHING,
                    true,
                    null);
        }
        if (octets + draft.body.length > ledger.bounds().transactionOctets()) {
            throw new SmppException(
                    "SMPP-TRANSACTION-TOO-LARGE",
                    "one transaction takes " + ledger.bounds().transactionOctets() + " octets; commit now and then",
                    Sent.NOTHING,
                    false,
                    null);
        }
        try {
            ledger.room().reserve(1, message.octets());
        } catch (OutboxFullException e) {
            ledger.count(OutboxCounter.FOUND_NO_ROOM);
            throw e;
        }
        Entry entry = new Entry(
                ledger.book().newKey(), message, shelf, ledger.settings().maxAge());
        if (key != null) {
            entry.known(key);
            shelf.known().put(key, entry);
        }
        entries.add(entry);
        drafts.add(draft);
        octets += draft.body.length;
        return Submission.waiting(message.submissionId(), message.reference());
    }

    private Object repeated(Entry first, KnownKey key) throws SmppException {
        if (first.known() == null || !first.known().hasSameContent(key)) {
            throw new InvalidMessageException(
                    "idempotencyKey",
                    "is known with other content, as submission " + first.submissionId()
                            + "; a new message needs a new key");
        }
        boolean undecided = first.state() == Entry.State.OPEN || first.state() == Entry.State.PREPARED;
        int place = undecided ? entries.indexOf(first) : -1;
        if (undecided && place < 0) {
            throw new SmppException(
                    "SMPP-IDEMPOTENCY-KEY-BUSY",
                    "idempotencyKey: another transaction has submitted with it and is not decided yet; try again then",
                    Sent.NOTHING,
                    true,
                    null);
        }
        ledger.count(OutboxCounter.REPEATED);
        if (!undecided) {
            return first;
        }
        OutboxMessage message = drafts.get(place).record.message();
        return Submission.waiting(message.submissionId(), message.reference()).asRepeated();
    }

    /** Takes nothing any more. @return false if it took nothing any more before */
    boolean close() {
        try (Ledger.Turn turn = ledger.turn()) {
            boolean was = open;
            open = false;
            return was;
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    int size() {
        return entries.size();
    }

    /** Of those that are, or are to be, on disk. */
    List<Long> keys() {
        return entries.stream().filter(Entry::isDurable).map(Entry::key).toList();
    }

    /** Puts all that are to be on disk; closed. @param branch what says whether they are committed; 0: they are */
    void putInto(JournalBatch batch, long branch) {
        for (int i = 0; i < drafts.size(); i++) {
            if (entries.get(i).isDurable()) {
                byte[] body = drafts.get(i).body;
                ByteBuffer.wrap(body).putLong(MessageRecord.BRANCH_AT, branch);
                batch.put(entries.get(i).key(), body);
            }
        }
    }

    /** They are on disk now, and not committed. */
    void prepared() {
        try (Ledger.Turn turn = ledger.turn()) {
            for (int i = 0; i < entries.size(); i++) {
                ledger.cache().put(entries.get(i), drafts.get(i).record);
                entries.get(i).state(Entry.State.PREPARED);
            }
        }
        drafts.clear();
    }

    /** Committed: they wait to be sent. @param decision on disk, of those that are; null: their own records say it */
    void publish(@Nullable Companion decision) {
        for (int from = 0; from < entries.size(); from += SLICE) {
            try (Ledger.Turn turn = ledger.turn()) {
                for (int i = from; i < Math.min(from + SLICE, entries.size()); i++) {
                    publish(turn, i, decision);
                }
            }
        }
        entries.clear();
        drafts.clear();
    }

    private void publish(Ledger.Turn turn, int place, @Nullable Companion decision) {
        Entry entry = entries.get(place);
        Shelf shelf = entry.shelf();
        if (place < drafts.size()) {
            ledger.cache().put(entry, drafts.get(place).record);
        }
        if (decision != null && entry.isDurable()) {
            decision.refer();
            entry.decision(decision);
        }
        if (entry.state() == Entry.State.HELD) {
            shelf.hold(entry);
        } else {
            shelf.publish(entry);
            turn.tell(shelf.whenWaiting());
        }
        ledger.count(OutboxCounter.SUBMITTED);
    }

    /** Nobody knows whether they are committed: they wait for an operator. @param decision is of no use any more */
    void holdAll(Companion decision, String reason) {
        for (Entry entry : entries) {
            MessageRecord record = bodies.message(entry);
            try (Ledger.Turn turn = ledger.turn()) {
                entry.state(Entry.State.HELD);
                if (record != null) {
                    ledger.book().replace(entry, record.held(reason).encoded(), JournalBatch.of());
                }
            }
        }
        ledger.book().append(JournalBatch.of().remove(decision.key()));
        publish(null);
    }

    /** Rolled back. */
    void drop() {
        try (Ledger.Turn turn = ledger.turn()) {
            open = false;
            dropFrom(0);
        }
    }

    private void dropFrom(int place) {
        List<Entry> dropped = entries.subList(place, entries.size());
        for (Entry entry : dropped) {
            ledger.cache().take(entry);
            ledger.room().free(entry);
            entry.shelf().forgetKey(entry);
            entry.state(Entry.State.GONE);
        }
        dropped.clear();
        if (drafts.size() > place) {
            drafts.subList(place, drafts.size()).clear();
            octets = drafts.stream().mapToLong(draft -> draft.body.length).sum();
        }
    }
}
