package org.smppra.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.smppra.journal.JournalBatch;
import org.smppra.outbox.AccountKey;

/** What is remembered of receipts and messages, of all accounts: bounded, in memory, and written some time later. */
final class Memory {
    private static final int MOST_PARTS = 32;
    /** A provider keeps 25,000 that are not acknowledged, for 48 hours; there may be several. */
    private static final int MOST_REFUSED = 100_000;

    private static final Duration REFUSED_FOR = Duration.ofHours(48);

    /** A part of a page on its way to the disk. */
    record Writing(AccountMemory account, MemoryKind kind, Page page) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final Map<MemoryKind, RecentBound> bounds = new EnumMap<>(MemoryKind.class);
    private final List<AccountMemory> accounts = new ArrayList<>();
    private volatile Instant forgottenUntil = Instant.MIN;
    private long unkept;

    Memory(InboxSettings settings, Clock clock) {
        this.clock = clock;
        bounds.put(MemoryKind.RECEIPT, new RecentBound(settings.receipts(), settings.receiptAge()));
        bounds.put(MemoryKind.FINAL, new RecentBound(settings.receipts(), settings.receiptAge()));
        bounds.put(MemoryKind.SENT, new RecentBound(settings.sent(), settings.sentAge()));
        bounds.put(MemoryKind.REFUSED, new RecentBound(MOST_REFUSED, REFUSED_FOR));
    }

    ReentrantLock lock() {
        return lock;
    }

    RecentBound bound(MemoryKind kind) {
        RecentBound bound = bounds.get(kind);
        if (bound == null) {
            throw new IllegalStateException("No bound of " + kind);
        }
        return bound;
    }

    int nowSeconds() {
        return (int) (clock.millis() / 1000);
    }

    AccountMemory account(AccountKey key) {
        lock.lock();
        try {
            AccountMemory account = new AccountMemory(this, key);
            accounts.add(account);
            return account;
        } finally {
            lock.unlock();
        }
    }

    /** What was remembered of that one is of this one. */
    void absorb(AccountMemory into, AccountMemory other) {
        lock.lock();
        try {
            accounts.remove(other);
            for (MemoryKind kind : MemoryKind.values()) {
                List<Page> pages = other.recent(kind).takeAll();
                pages.forEach(Page::writeAgain); // under the account's name of today
                into.recent(kind).addAll(pages);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Until then a receipt that is not found may yet have been committed. */
    void forgottenUntil(Instant until) {
        lock.lock();
        try {
            forgottenUntil = until.isAfter(forgottenUntil) ? until : forgottenUntil;
        } finally {
            lock.unlock();
        }
    }

    /** From now on a receipt that is not found may have been committed, as long as one of now would be remembered. */
    void doubt() {
        forgottenUntil(clock.instant().plusSeconds(bound(MemoryKind.RECEIPT).maxAge()));
    }

    /** Without the lock: it is asked of every receipt. */
    Instant forgottenUntil() {
        Instant until = forgottenUntil;
        RecentBound receipts = bound(MemoryKind.RECEIPT);
        int seconds = receipts.forgottenSeconds();
        if (seconds == Integer.MIN_VALUE) {
            return until;
        }
        Instant forgotten =
                Instant.ofEpochSecond((long) seconds + receipts.maxAge() + 1); // as long as it would be found
        return forgotten.isAfter(until) ? forgotten : until;
    }

    /** One was too long to be remembered: it counts as forgotten. */
    void unkept(MemoryKind kind) {
        unkept++;
        if (kind == MemoryKind.RECEIPT) {
            doubt();
        }
    }

    long forgotten() {
        lock.lock();
        try {
            long sum = unkept;
            for (Map.Entry<MemoryKind, RecentBound> each : bounds.entrySet()) {
                sum += each.getKey() == MemoryKind.REFUSED ? 0 : each.getValue().forgotten();
            }
            return sum;
        } finally {
            lock.unlock();
        }
    }

    /** Of what listeners refuse, for there was no room. */
    long refusalsForgotten() {
        lock.lock();
        try {
            return bound(MemoryKind.REFUSED).forgotten();
        } finally {
            lock.unlock();
        }
    }

    void dropOld() {
        lock.lock();
        try {
            int now = nowSeconds();
            bounds.values().forEach(bound -> bound.dropOld(now));
        } finally {
            lock.unlock();
        }
    }

    /** What is not on its way to the disk yet. */
    List<Writing> takeUnwritten() {
        lock.lock();
        try {
            List<Writing> all = new ArrayList<>();
            for (AccountMemory account : accounts) {
                for (MemoryKind kind : MemoryKind.values()) {
                    account.recent(kind).takeUnwritten().forEach(page -> all.add(new Writing(account, kind, page)));
                }
            }
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** Adds removals of what was dropped. */
    void writeRemoved(JournalBatch batch) {
        lock.lock();
        try {
            bounds.values().forEach(bound -> bound.takeRemoved().forEach(batch::remove));
        } finally {
            lock.unlock();
        }
    }

    void write(Writing some, LongSupplier newKey, JournalBatch batch) {
        lock.lock();
        try {
            Page page = some.page();
            if (page.dropped() || !page.isToBeWritten()) {
                return;
            }
            long key = newKey.getAsLong();
            List<Long> insteadOf = new ArrayList<>();
            byte[] items = page.write(key, insteadOf, page.isToBeWhole(MOST_PARTS));
            batch.put(key, PageRecord.encoded(some.account().key(), some.kind(), items));
            insteadOf.forEach(batch::remove);
        } finally {
            lock.unlock();
        }
    }

    /** They may not be on disk. */
    void notWritten(List<Writing> some) {
        lock.lock();
        try {
            some.forEach(each -> each.account().recent(each.kind()).writeAgain(each.page()));
        } finally {
            lock.unlock();
        }
    }
}
