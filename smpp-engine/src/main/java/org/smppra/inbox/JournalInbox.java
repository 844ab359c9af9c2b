package org.smppra.inbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.smppra.journal.Journal;
import org.smppra.journal.JournalException;
import org.smppra.outbox.AccountKey;
import org.smppra.outbox.JournalOutbox;

/** An inbox in a journal of its own. */
public final class JournalInbox implements Inbox {
    private static final Logger LOG = System.getLogger(JournalInbox.class.getName());
    private static final long MINUTE = 60;
    private static final Map<InboxCounter, String> WORDS = Map.of(
            InboxCounter.DEAD_LETTERS_REFUSED,
            "SMPP-357 {0} times one did not become a dead letter, for there are as many as may be: what came is refused,"
                    + " what is stored waits; deliver or discard some",
            InboxCounter.REFUSED_FULL,
            "SMPP-358 {0} that were received were not stored, for the inbox is full or its disk too slow; the SMSC is told"
                    + " to send them again",
            InboxCounter.REFUSALS_FORGOTTEN,
            "SMPP-359 since when listeners refuse {0} receipts or messages, the oldest, was forgotten, for there are too"
                    + " many: what the SMSC sends again of them counts as refused for the first time");

    private final Ledger ledger;
    private final InboxMark mark;
    private final MemoryWriter writer;
    private volatile Runnable whenClosed = () -> {};
    private Instant lastSaid = Instant.MIN;
    private final Map<InboxCounter, Long> said = new EnumMap<>(InboxCounter.class);

    private JournalInbox(Ledger ledger, InboxMark mark) {
        this.ledger = ledger;
        this.mark = mark;
        this.writer = new MemoryWriter(ledger.memory(), ledger.journal());
    }

    /**
     * Opens what is there, whatever its content is; takes seconds if it is much.
     *
     * @throws JournalException if the journal cannot be opened: by its directory, its lock or its version
     */
    public static JournalInbox open(InboxSettings settings, Clock clock, JournalOutbox.Opener opener)
            throws JournalException {
        Memory memory = new Memory(settings, clock);
        Shelves shelves = new Shelves(memory);
        InboxOpening opening = new InboxOpening(shelves);
        Journal journal = opener.open(opening);
        Ledger ledger = new Ledger(settings, clock, journal, memory, shelves);
        JournalInbox inbox = new JournalInbox(ledger, opening.finish(ledger));
        inbox.mark.open();
        return inbox;
    }

    @Override
    public AccountInbox account(AccountKey key) {
        return ledger.in(() -> {
            Shelf shelf = ledger.shelves().ofWorking(key);
            JournalAccountInbox inbox = shelf.inbox();
            if (inbox == null) {
                inbox = new JournalAccountInbox(ledger, shelf);
                shelf.inbox(inbox);
            }
            return inbox;
        });
    }

    @Override
    public List<AccountKey> unattended() {
        return ledger.in(() -> ledger.shelves().all().stream()
                .filter(shelf -> shelf.inbox() == null && shelf.line().size() > 0)
                .map(Shelf::key)
                .toList());
    }

    @Override
    public Map<InboxCounter, Long> counters() {
        return ledger.in(ledger::counts);
    }

    /** What time alone does; to be called about once a second, by one thread. May wait for the disk. */
    public void tick() {
        mark.open();
        writer.flush();
        Instant now = ledger.now();
        if (now.isAfter(lastSaid.plusSeconds(MINUTE))) {
            say(now);
        }
    }

    /** What was counted since it was last said. */
    private void say(Instant now) {
        Map<InboxCounter, Long> counters = counters();
        for (Map.Entry<InboxCounter, String> each : WORDS.entrySet()) {
            long count = counters.getOrDefault(each.getKey(), 0L);
            Long before = said.put(each.getKey(), count);
            long more = count - (before == null ? 0 : before);
            if (more > 0) {
                lastSaid = now;
                LOG.log(Level.WARNING, each.getValue(), Long.toString(more));
            }
        }
    }

    /** @param closed told once it is closed */
    public void whenClosed(Runnable closed) {
        whenClosed = closed;
    }

    @Override
    public void close() {
        if (!ledger.hasFailed()) {
            if (writer.flushWhole()) {
                mark.close();
            }
        }
        ledger.journal().close();
        whenClosed.run();
    }
}
