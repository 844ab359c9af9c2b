package org.smppra.outbox;

import java.util.ArrayList;
import java.util.List;
import org.smppra.SmppException;
import org.smppra.journal.JournalBatch;

/**
 * What is known on disk of messages that are about to be written: those that must not be sent twice are marked first, and
 * held if no answer comes; of the others a note says only that they may arrive twice.
 */
final class Holding {
    private final Ledger ledger;
    private final Settling settling;

    Holding(Ledger ledger, Settling settling) {
        this.ledger = ledger;
        this.settling = settling;
    }

    List<Waiting> writing(List<Waiting> messages) throws SmppException {
        List<Waiting> writable = new ArrayList<>(messages.size());
        Book.Forced forced;
        try (Ledger.Turn turn = ledger.turn()) {
            List<Entry> noted = new ArrayList<>();
            JournalBatch marks = JournalBatch.of();
            for (Waiting message : messages) {
                InHand hand = (InHand) message;
                Entry entry = hand.entry();
                if (entry.hand() != hand) {
                    continue;
                }
                writable.add(hand);
                if (entry.maybeSent()) {
                    ledger.count(OutboxCounter.SENT_AGAIN);
                }
                if (entry.isDurable() && entry.isHold()) {
                    marks.put(
                            entry.key(),
                            hand.record(MessageRecord.Mark.WRITTEN, true, "").encoded());
                    settling.releaseDecision(entry, marks);
                    entry.marked(true);
                } else if (entry.isDurable() && entry.flight() == null) {
                    noted.add(entry);
                }
                entry.maybeSent(true);
                hand.written();
            }
            note(noted);
            forced = ledger.book().begin(marks);
        }
        forced.await();
        return writable;
    }

    private void note(List<Entry> noted) {
        if (noted.isEmpty()) {
            return;
        }
        Companion flight = new Companion(ledger.book().newKey());
        for (Entry entry : noted) {
            flight.refer();
            entry.flight(flight);
        }
        FlightRecord record = new FlightRecord(noted.stream().map(Entry::key).toList());
        ledger.book().append(JournalBatch.of().put(flight.key(), record.encoded()));
    }

    /** It goes back, and is marked as written no longer if it surely was not taken, now and before. In a turn. */
    void unwritten(InHand hand, boolean maybeSent) {
        Entry entry = hand.entry();
        boolean may = hand.maybeSent() || maybeSent;
        entry.maybeSent(may);
        if (may) {
            return;
        }
        JournalBatch batch = JournalBatch.of();
        settling.releaseFlight(entry, batch);
        if (entry.marked()) {
            entry.marked(false);
            ledger.book()
                    .replace(
                            entry,
                            hand.record(MessageRecord.Mark.WAITING, false, "").encoded(),
                            batch);
        } else {
            ledger.book().append(batch);
        }
    }

    /** It waits for an operator. In a turn. */
    void hold(InHand hand, String reason) {
        Entry entry = hand.entry();
        MessageRecord record = hand.record(MessageRecord.Mark.HELD, entry.maybeSent(), reason);
        JournalBatch batch = JournalBatch.of();
        settling.release(entry, batch);
        if (entry.isDurable()) {
            ledger.book().replace(entry, record.encoded(), batch);
        }
        held(entry);
        ledger.cache().put(entry, record);
    }

    /** Its message cannot be read from the disk. In a turn. */
    void unreadable(Entry entry) {
        held(entry);
    }

    private void held(Entry entry) {
        Shelf shelf = entry.shelf();
        shelf.inHand().remove(entry);
        entry.hand(null);
        shelf.hold(entry);
        ledger.count(OutboxCounter.HELD);
    }
}
