package org.smppra.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smppra.journal.JournalBatch;
import org.smppra.journal.JournalVisitor;
import org.smppra.outbox.BranchRecord.BranchState;
import org.smppra.outbox.Entry.State;

/**
 * Makes of what is on disk what was in memory. Nothing that it finds makes it fail: what is not sure to be unsent, and
 * committed, is held, and what it cannot read stays where it is.
 */
final class Opening implements JournalVisitor {
    private static final Logger LOG = System.getLogger(Opening.class.getName());

    /** Not decided by its transaction manager. */
    private record Undecided(BranchRecord record, Companion decision, boolean uncertain, List<Entry> entries) {}

    private final OutboxSettings settings;
    private final Shelves shelves = new Shelves();
    private final List<Entry> messages = new ArrayList<>();
    private final List<Entry> results = new ArrayList<>();
    private final Map<Long, Companion> committed = new HashMap<>();
    private final Map<Long, Undecided> undecided = new HashMap<>();
    private final Map<Long, FlightRecord> flights = new HashMap<>();
    private int doubtful;

    Opening(OutboxSettings settings) {
        this.settings = settings;
    }

    Shelves shelves() {
        return shelves;
    }

    @Override
    public void entry(long key, byte[] body, boolean uncertain) {
        try {
            RecordInput in = new RecordInput(body);
            switch (in.kind()) {
                case MESSAGE -> message(key, MessageRecord.decoded(in), uncertain);
                case RESULT -> result(key, ResultRecord.decoded(in));
                case BRANCH -> branch(key, BranchRecord.decoded(in), uncertain);
                case FLIGHT -> flights.put(key, FlightRecord.decoded(in));
                case PAUSE -> {
                    PauseRecord pause = PauseRecord.decoded(in);
                    shelves.of(pause.account()).paused().put(pause.direction(), key);
                }
            }
        } catch (RecordException | RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "SMPP-312 a record of the outbox is not understood and stays as it is: entry {0}, {1}",
                    Long.toString(key),
                    String.valueOf(e.getMessage()));
        }
    }

    private void message(long key, MessageRecord record, boolean uncertain) {
        OutboxMessage message = record.message();
        Entry entry = new Entry(key, message, shelves.of(message.account()), settings.maxAge());
        entry.attempts(record.attempts());
        entry.maybeSent(record.maybeSent());
        entry.marked(record.mark() == MessageRecord.Mark.WRITTEN);
        entry.known(KnownKey.of(message));
        entry.at(record.branch()); // until finish: there may be a million
        if (record.mark() != MessageRecord.Mark.WAITING) {
            entry.state(Entry.State.HELD);
        } else if (uncertain) {
            holdForDoubt(entry);
        }
        messages.add(entry);
    }

    /** What may have been sent, or not committed: damage took what would say it. */
    private void holdForDoubt(Entry entry) {
        entry.state(Entry.State.HELD);
        entry.maybeSent(true);
        doubtful++;
    }

    private void result(long key, ResultRecord record) {
        Entry entry = new Entry(key, record, shelves.of(record.account()));
        entry.known(record.known());
        results.add(entry);
    }

    private void branch(long key, BranchRecord record, boolean uncertain) {
        Companion decision = new Companion(key);
        if (record.state() == BranchState.COMMITTED) {
            committed.put(key, decision);
        } else {
            decision.keep(true);
            undecided.put(key, new Undecided(record, decision, uncertain, new ArrayList<>()));
        }
    }

    /** Puts everything in its place; the journal is open now. */
    void finish(Ledger ledger, Bodies bodies, JournalXaBranches xa) {
        try (Ledger.Turn turn = ledger.turn()) {
            messages.sort(Comparator.comparingLong(Entry::key));
            messages.forEach(entry -> place(entry, ledger.room()));
            results.sort(Comparator.comparingLong(Entry::at));
            results.forEach(this::placeResult);
            JournalBatch unused = JournalBatch.of();
            note(unused);
            committed.values().stream().filter(Companion::isUnused).forEach(decision -> unused.remove(decision.key()));
            ledger.book().append(unused);
            ledger.count(OutboxCounter.HELD_AT_OPENING, doubtful);
        }
        for (Undecided branch : undecided.values()) {
            xa.restore(new XaBranch(
                    branch.record, branch.decision, new Pack(ledger, bodies, branch.entries), branch.uncertain));
        }
        report();
    }

    private void place(Entry entry, Room room) {
        room.take(1, entry.octets());
        Shelf shelf = entry.shelf();
        if (entry.known() != null) {
            shelf.known().putIfAbsent(entry.known(), entry);
        }
        long key = entry.at();
        entry.at(0);
        Undecided branch = undecided.get(key);
        Companion decision = branch == null ? committed.get(key) : branch.decision;
        if (key != 0 && branch != null && branch.record.state() == BranchState.PREPARED) {
            branch.entries.add(entry);
            entry.state(entry.state() == State.HELD ? State.HELD : State.PREPARED);
            return;
        }
        boolean lost = key != 0
                && (decision == null || branch != null && branch.record.state() == BranchState.HEURISTIC_ROLLBACK);
        if (lost && entry.state() != State.HELD) {
            holdForDoubt(entry);
        }
        if (!lost && decision != null) {
            decision.refer();
            entry.decision(decision);
        }
        if (entry.state() == State.HELD) {
            shelf.hold(entry);
        } else {
            shelf.publish(entry);
        }
    }

    private void placeResult(Entry entry) {
        Shelf shelf = entry.shelf();
        if (entry.known() != null) {
            shelf.known().putIfAbsent(entry.known(), entry);
        }
        shelf.settled(entry);
    }

    private void note(JournalBatch unused) {
        Map<Long, Companion> noted = new HashMap<>();
        flights.forEach((key, flight) -> {
            Companion companion = new Companion(key);
            flight.keys().forEach(of -> noted.put(of, companion));
        });
        for (Entry entry : noted.isEmpty() ? List.<Entry>of() : messages) {
            Companion companion = noted.get(entry.key());
            if (companion != null) {
                entry.maybeSent(true);
                entry.flight(companion);
                companion.refer();
            }
        }
        noted.values().stream().distinct().filter(Companion::isUnused).forEach(flight -> unused.remove(flight.key()));
    }

    private void report() {
        if (doubtful > 0) {
            LOG.log(
                    Level.ERROR,
                    "SMPP-310 the journal of the outbox was damaged: {0} messages that may have been sent, or whose"
                            + " transaction may not have committed, are held",
                    Integer.toString(doubtful));
        }
        for (Undecided branch : undecided.values()) {
            int lost = branch.record.keys().size() - branch.entries.size();
            if (branch.record.state() == BranchState.PREPARED && lost > 0) {
                LOG.log(
                        Level.ERROR,
                        "SMPP-315 {0} messages of branch {1}, which is in doubt, are lost by damage of the journal",
                        Integer.toString(lost),
                        branch.record.xid());
            }
        }
    }
}
