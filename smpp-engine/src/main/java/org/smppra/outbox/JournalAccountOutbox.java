package org.smppra.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.SmppException;
import org.smppra.SubmitResult;
import org.smppra.journal.JournalBatch;
import org.smppra.message.MessageId;

/** What waits of one account, in the journal and on its shelf. */
final class JournalAccountOutbox implements AccountOutbox {
    private final Ledger ledger;
    private final Bodies bodies;
    private final Settling settling;
    private final Holding holding;
    private final Taking taking;
    private final Shelf first;

    JournalAccountOutbox(Ledger ledger, Bodies bodies, Settling settling, Holding holding, Shelf shelf) {
        this.ledger = ledger;
        this.bodies = bodies;
        this.settling = settling;
        this.holding = holding;
        this.taking = new Taking(ledger, bodies, holding);
        this.first = shelf;
    }

    private Shelf shelf() {
        return first.now();
    }

    @Override
    public AccountKey key() {
        try (Ledger.Turn turn = ledger.turn()) {
            return shelf().key();
        }
    }

    @Override
    public boolean attach(Object dispatcher, Runnable whenWaiting) {
        try (Ledger.Turn turn = ledger.turn()) {
            shelf().attached().removeIf(each -> each.dispatcher() == dispatcher);
            shelf().attached().addLast(new Shelf.Attached(dispatcher, whenWaiting));
            turn.tell(shelf().whenWaiting());
            return isAttached(dispatcher);
        }
    }

    private boolean isAttached(Object dispatcher) {
        return shelf().attached().getFirst().dispatcher() == dispatcher;
    }

    @Override
    public void detach(Object dispatcher) {
        try (Ledger.Turn turn = ledger.turn()) {
            Shelf shelf = shelf();
            if (!shelf.attached().isEmpty() && isAttached(dispatcher)) {
                for (Entry entry = shelf.inHand().first();
                        entry != null;
                        entry = shelf.inHand().first()) {
                    InHand hand = entry.hand();
                    if (hand != null && hand.isWritten() && entry.isHold()) {
                        holding.hold(hand, "it was written, and the account ended before its answer");
                    } else {
                        back(entry, hand, 0);
                    }
                }
            }
            shelf.attached().removeIf(each -> each.dispatcher() == dispatcher);
            turn.tell(shelf.whenWaiting());
        }
    }

    private void back(Entry entry, @Nullable InHand hand, long dueAt) {
        Shelf shelf = entry.shelf();
        shelf.inHand().remove(entry);
        entry.hand(null);
        if (hand != null) {
            ledger.cache().put(entry, hand.record(MessageRecord.Mark.WAITING, entry.maybeSent(), ""));
        }
        shelf.publishAgain(entry, dueAt, ledger.now());
    }

    @Override
    public List<Waiting> take(int most, Instant now) {
        return taking.take(first, most, now.toEpochMilli());
    }

    @Override
    public List<Waiting> takeExpired(int most, Instant now) {
        return taking.takeExpired(first, most, now.toEpochMilli());
    }

    @Override
    public @Nullable Instant nextDueAt() {
        try (Ledger.Turn turn = ledger.turn()) {
            long dueAt = shelf().line().nextDueAt();
            return dueAt == Long.MAX_VALUE ? null : Instant.ofEpochMilli(dueAt);
        }
    }

    @Override
    public List<Waiting> writing(List<Waiting> messages) throws SmppException {
        return holding.writing(messages);
    }

    @Override
    public void accepted(Waiting message, int part, MessageId messageId) {
        InHand hand = (InHand) message;
        try (Ledger.Turn turn = ledger.turn()) {
            hand.accepted(part, messageId);
            Entry entry = hand.entry();
            if (entry.hand() == hand && entry.isDurable()) {
                JournalBatch batch = JournalBatch.of();
                settling.releaseDecision(entry, batch);
                MessageRecord.Mark mark = entry.marked() ? MessageRecord.Mark.WRITTEN : MessageRecord.Mark.WAITING;
                ledger.book()
                        .replace(entry, hand.record(mark, entry.maybeSent(), "").encoded(), batch);
            }
        }
    }

    @Override
    public void settle(Waiting message, SubmitResult result) {
        try (Ledger.Turn turn = ledger.turn()) {
            settling.settle(turn, ((InHand) message).entry(), result);
        }
    }

    @Override
    public void retry(Waiting message, Instant notBefore, boolean maybeSent, String reason) {
        InHand hand = (InHand) message;
        try (Ledger.Turn turn = ledger.turn()) {
            Entry entry = hand.entry();
            if (entry.hand() != hand) {
                return;
            }
            holding.unwritten(hand, maybeSent);
            back(entry, hand, notBefore.toEpochMilli());
            turn.tell(shelf().whenWaiting());
        }
    }

    @Override
    public void hold(Waiting message, String reason) {
        InHand hand = (InHand) message;
        try (Ledger.Turn turn = ledger.turn()) {
            if (hand.entry().hand() == hand) {
                holding.hold(hand, reason);
            }
        }
    }

    @Override
    public boolean settle(String submissionId, SubmitResult result) {
        try (Ledger.Turn turn = ledger.turn()) {
            Entry entry = shelf().entry(submissionId);
            return entry != null && settling.settle(turn, entry, result);
        }
    }

    @Override
    public @Nullable Waiting unanswered(String submissionId) {
        Entry entry;
        try (Ledger.Turn turn = ledger.turn()) {
            entry = shelf().entry(submissionId);
            if (entry == null || !entry.maybeSent() || entry.state() == Entry.State.SETTLED) {
                return null;
            }
        }
        MessageRecord record = bodies.message(entry);
        return record == null ? null : new InHand(entry, record);
    }

    @Override
    public List<SubmitResult> takeResults(int most) {
        List<Entry> taken = new ArrayList<>();
        try (Ledger.Turn turn = ledger.turn()) {
            while (taken.size() < most && shelf().results().size() > 0) {
                taken.add(shelf().results().poll());
            }
        }
        List<SubmitResult> results = new ArrayList<>(taken.size());
        for (Entry entry : taken) {
            results.add(bodies.resultOrUnknown(entry));
        }
        return results;
    }

    @Override
    public void onResults(@Nullable Runnable whenSome) {
        try (Ledger.Turn turn = ledger.turn()) {
            shelf().whenResults(whenSome);
            if (shelf().results().size() > 0) {
                turn.tell(whenSome);
            }
        }
    }

    @Override
    public void resultDelivered(String submissionId) {
        Entry entry = entry(submissionId);
        if (entry == null) {
            return;
        }
        SubmitResult result = entry.known() == null ? null : bodies.result(entry);
        try (Ledger.Turn turn = ledger.turn()) {
            settling.delivered(entry, result);
        }
    }

    @Override
    public void resultReturned(String submissionId) {
        Entry entry = entry(submissionId);
        try (Ledger.Turn turn = ledger.turn()) {
            if (entry != null && entry.state() == Entry.State.SETTLED && entry.list() == null && !entry.delivered()) {
                shelf().results().addLast(entry);
                turn.tell(shelf().whenResults());
            }
        }
    }

    private @Nullable Entry entry(String submissionId) {
        try (Ledger.Turn turn = ledger.turn()) {
            return shelf().entry(submissionId);
        }
    }

    @Override
    public long waiting() {
        try (Ledger.Turn turn = ledger.turn()) {
            return shelf().line().size() + shelf().inHand().size();
        }
    }

    @Override
    public long held() {
        try (Ledger.Turn turn = ledger.turn()) {
            return shelf().held().size();
        }
    }

    @Override
    public @Nullable Instant oldestWaitingAt() {
        try (Ledger.Turn turn = ledger.turn()) {
            for (Entry entry : shelf().entries().values()) {
                if (entry.state() != Entry.State.HELD) {
                    return Instant.ofEpochMilli(entry.submittedAt());
                }
            }
            return null;
        }
    }
}
