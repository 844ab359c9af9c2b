package org.smppra.outbox;

import java.time.Clock;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smppra.Direction;
import org.smppra.Settle;
import org.smppra.SmppException;
import org.smppra.Store;
import org.smppra.Stored;
import org.smppra.Submission;
import org.smppra.journal.Journal;
import org.smppra.journal.JournalException;
import org.smppra.journal.JournalVisitor;

/** An outbox in a journal. */
public final class JournalOutbox implements Outbox {
    /** Opens a journal with a visitor: the outbox says what is in it, who calls says where it is. */
    public interface Opener {
        Journal open(JournalVisitor visitor) throws JournalException;
    }

    private final Ledger ledger;
    private final Bodies bodies;
    private final Settling settling;
    private final Holding holding;
    private final JournalXaBranches xa;
    private final Operators operators;
    private final Keeper keeper;
    private final Set<LocalBranch> open =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    private volatile Runnable whenClosed = () -> {};

    private JournalOutbox(Ledger ledger) {
        this.ledger = ledger;
        this.bodies = new Bodies(ledger);
        this.settling = new Settling(ledger);
        this.holding = new Holding(ledger, settling);
        this.xa = new JournalXaBranches(ledger, bodies);
        this.operators = new Operators(ledger, bodies, settling);
        this.keeper = new Keeper(ledger, bodies, settling, xa, open);
    }

    /**
     * Opens what is there, whatever its content is; takes seconds if it is much.
     *
     * @throws JournalException if the journal cannot be opened: by its directory, its lock or its version
     */
    public static JournalOutbox open(OutboxSettings settings, Clock clock, Opener journal) throws JournalException {
        return open(settings, Bounds.defaults(), clock, journal);
    }

    static JournalOutbox open(OutboxSettings settings, Bounds bounds, Clock clock, Opener journal)
            throws JournalException {
        Opening opening = new Opening(settings);
        Book book = new Book(journal.open(opening));
        Ledger ledger = new Ledger(settings, bounds, clock, book, opening.shelves());
        JournalOutbox outbox = new JournalOutbox(ledger);
        opening.finish(ledger, outbox.bodies, outbox.xa);
        return outbox;
    }

    @Override
    public List<Submission> submit(List<OutboxMessage> messages) throws SmppException {
        Branch branch = begin();
        try {
            List<Submission> submissions = branch.add(messages);
            branch.commit();
            return submissions;
        } finally {
            branch.rollback();
        }
    }

    @Override
    public Branch begin() {
        return new LocalBranch(ledger, new Pack(ledger, bodies), open);
    }

    @Override
    public XaBranches xa() {
        return xa;
    }

    @Override
    public AccountOutbox account(AccountKey key) {
        try (Ledger.Turn turn = ledger.turn()) {
            Shelf shelf = ledger.shelves().ofWorking(key, ledger.now());
            return new JournalAccountOutbox(ledger, bodies, settling, holding, shelf);
        }
    }

    @Override
    public List<AccountKey> unattended() {
        try (Ledger.Turn turn = ledger.turn()) {
            return ledger.shelves().all().stream()
                    .filter(shelf -> shelf.attached().isEmpty() && shelf.line().size() > 0)
                    .map(Shelf::key)
                    .toList();
        }
    }

    @Override
    public Optional<Submission> find(AccountKey account, String submissionId) {
        return operators.find(account, submissionId);
    }

    @Override
    public List<Stored> list(AccountKey account, Store store, String afterId, int limit) {
        return operators.list(account, store, afterId, limit);
    }

    @Override
    public boolean settle(AccountKey account, String id, Settle how) {
        return operators.settle(account, id, how);
    }

    @Override
    public void pause(AccountKey account, Direction direction) {
        operators.pause(account, direction);
    }

    @Override
    public void resume(AccountKey account, Direction direction) {
        operators.resume(account, direction);
    }

    @Override
    public boolean isPaused(AccountKey account, Direction direction) {
        return operators.isPaused(account, direction);
    }

    @Override
    public void drain(AccountKey account) {
        operators.drain(account, true);
    }

    @Override
    public void undrain(AccountKey account) {
        operators.drain(account, false);
    }

    /** What time alone does; to be called about once a second. Reads and writes the disk. */
    public void tick() {
        keeper.tick();
    }

    @Override
    public Map<OutboxCounter, Long> counters() {
        try (Ledger.Turn turn = ledger.turn()) {
            return ledger.counts();
        }
    }

    @Override
    public long messages() {
        try (Ledger.Turn turn = ledger.turn()) {
            return ledger.room().messages();
        }
    }

    @Override
    public long octets() {
        try (Ledger.Turn turn = ledger.turn()) {
            return ledger.room().octets();
        }
    }

    /** @param closed told once it is closed */
    public void whenClosed(Runnable closed) {
        whenClosed = closed;
    }

    @Override
    public void close() {
        ledger.book().close();
        whenClosed.run();
    }
}
