package org.smppra.outbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.Direction;

/** Hands out what is to leave; the bodies that are on disk are read without the lock. */
final class Taking {
    private final Ledger ledger;
    private final Bodies bodies;
    private final Holding holding;

    Taking(Ledger ledger, Bodies bodies, Holding holding) {
        this.ledger = ledger;
        this.bodies = bodies;
        this.holding = holding;
    }

    List<Waiting> take(Shelf of, int most, long now) {
        List<Entry> taken = new ArrayList<>();
        List<@Nullable Object> records = new ArrayList<>();
        try (Ledger.Turn turn = ledger.turn()) {
            Shelf shelf = of.now();
            boolean may = !shelf.paused().containsKey(Direction.OUTBOUND)
                    && !ledger.book().hasFailed();
            for (Entry entry = may ? shelf.line().poll(now) : null; entry != null; ) {
                shelf.inHand().addLast(entry);
                taken.add(entry);
                records.add(ledger.cache().take(entry));
                entry = taken.size() < most ? shelf.line().poll(now) : null;
            }
        }
        return read(taken, records);
    }

    List<Waiting> takeExpired(Shelf of, int most, long now) {
        List<Entry> taken;
        List<@Nullable Object> records = new ArrayList<>();
        try (Ledger.Turn turn = ledger.turn()) {
            Shelf shelf = of.now();
            taken = ledger.book().hasFailed() ? List.of() : shelf.expiry().find(most, now);
            for (Entry entry : taken) {
                shelf.line().remove(entry);
                entry.state(Entry.State.IN_HAND);
                shelf.inHand().addLast(entry);
                records.add(ledger.cache().take(entry));
            }
        }
        return read(taken, records);
    }

    private List<Waiting> read(List<Entry> taken, List<@Nullable Object> records) {
        for (int i = 0; i < taken.size(); i++) {
            if (records.get(i) == null) {
                records.set(i, bodies.message(taken.get(i)));
            }
        }
        List<Waiting> hands = new ArrayList<>(taken.size());
        try (Ledger.Turn turn = ledger.turn()) {
            for (int i = 0; i < taken.size(); i++) {
                Entry entry = taken.get(i);
                if (entry.state() == Entry.State.IN_HAND && entry.hand() == null) { // else it was settled meanwhile
                    if (records.get(i) instanceof MessageRecord record) {
                        InHand hand = new InHand(entry, record);
                        entry.hand(hand);
                        entry.attempts(entry.attempts() + 1);
                        hands.add(hand);
                    } else {
                        holding.unreadable(entry);
                    }
                }
            }
        }
        return hands;
    }
}
