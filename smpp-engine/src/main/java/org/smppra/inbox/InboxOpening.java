package org.smppra.inbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smppra.journal.JournalVisitor;
import org.smppra.journal.OpeningReport;

/** Makes of what is on disk what was in memory. Nothing that it finds makes it fail; what it cannot read stays. */
final class InboxOpening implements JournalVisitor {
    private static final Logger LOG = System.getLogger(InboxOpening.class.getName());

    private final Shelves shelves;
    private final Map<Shelf, List<Entry>> stored = new HashMap<>();
    private final Map<Shelf, List<DeadEntry>> dead = new HashMap<>();
    private final Map<Shelf, Map<MemoryKind, List<Page>>> pages = new HashMap<>();
    private @Nullable StateRecord state;
    private long stateKey;
    /** Whether something may have been remembered that is not known now. */
    private boolean forgets;

    InboxOpening(Shelves shelves) {
        this.shelves = shelves;
    }

    @Override
    public void entry(long key, byte[] body, boolean uncertain) {
        try {
            RecordInput in = new RecordInput(body);
            switch (in.kind()) {
                case STORED -> {
                    KeepRecord record = KeepRecord.decoded(in);
                    Entry entry = new Entry(key, record, body.length);
                    entry.doubtful = uncertain;
                    stored.computeIfAbsent(shelves.of(record.account()), shelf -> new ArrayList<>())
                            .add(entry);
                }
                case DEAD_LETTER ->
                    dead.computeIfAbsent(shelves.of(KeepRecord.decoded(in).account()), shelf -> new ArrayList<>())
                            .add(new DeadEntry(key, body.length));
                case MEMORY -> {
                    PageRecord record = PageRecord.decoded(in, key);
                    pages.computeIfAbsent(shelves.of(record.account()), shelf -> new EnumMap<>(MemoryKind.class))
                            .computeIfAbsent(record.kind(), kind -> new ArrayList<>())
                            .add(record.page());
                }
                case STATE -> {
                    state = StateRecord.decoded(in);
                    stateKey = key;
                }
            }
        } catch (RecordException | RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "SMPP-352 a record of the inbox is not understood and stays as it is: entry {0}, {1}",
                    Long.toString(key),
                    String.valueOf(e.getMessage()));
            forgets |= !isOfOne(body);
        }
    }

    /** Whether it is of one receipt or message, whatever its version: else it may be of what is remembered. */
    private static boolean isOfOne(byte[] body) {
        int kind = body.length == 0 ? 0 : body[0];
        return kind == RecordKind.STORED.code() || kind == RecordKind.DEAD_LETTER.code();
    }

    /** Puts everything in its place; the journal is open now. @return what to write when it is closed in order */
    InboxMark finish(Ledger ledger) {
        OpeningReport report = ledger.journal().openingReport();
        boolean fresh = report.records() == 0
                && report.liveEntries() == 0
                && report.damages().isEmpty();
        StateRecord before = state;
        boolean orderly =
                fresh || before != null && before.orderly() && report.damages().isEmpty();
        if (before != null) {
            ledger.doubtfulUpTo(before.doubtfulUpTo());
            ledger.memory().forgottenUntil(before.forgottenUntil());
        }
        if (!orderly) {
            ledger.doubtfulUpTo(ledger.journal().newKey());
        }
        if (!orderly || forgets) {
            ledger.memory().doubt();
        }
        int doubtful = ledger.in(() -> place(ledger, before == null ? List.of() : before.doubtful()));
        pages.forEach((shelf, kinds) -> kinds.forEach((kind, some) -> {
            some.sort(Comparator.comparingInt(Page::firstSeconds));
            shelf.memory().restore(kind, some);
        }));
        if (!orderly) {
            report(doubtful, ledger.memory().forgottenUntil());
        }
        return new InboxMark(ledger, stateKey == 0 ? ledger.journal().newKey() : stateKey);
    }

    private int place(Ledger ledger, List<Long> listed) {
        int doubtful = 0;
        Set<Long> marked = Set.copyOf(listed);
        for (Map.Entry<Shelf, List<Entry>> of : stored.entrySet()) {
            for (Entry entry : of.getValue()) {
                entry.doubtful |= entry.key <= ledger.doubtfulUpTo() || marked.contains(entry.key);
                doubtful += entry.doubtful ? 1 : 0;
                ledger.take(entry.octets);
            }
            of.getKey().line().addAll(of.getValue());
        }
        dead.forEach((shelf, entries) -> entries.forEach(entry -> {
            shelf.dead().put(entry.key(), entry);
            ledger.takeDead(entry.octets());
        }));
        return doubtful;
    }

    private static void report(int doubtful, Instant until) {
        LOG.log(
                Level.WARNING,
                "SMPP-355 the inbox was not closed, or its journal is damaged: {0} that were received before may have been"
                        + " delivered already and are marked as possible duplicates; so is, until {1}, every receipt that"
                        + " is not remembered",
                Integer.toString(doubtful),
                until);
    }
}
