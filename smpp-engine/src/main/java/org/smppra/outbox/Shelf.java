package org.smppra.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.smppra.Direction;

/** All that is known in memory of the submissions of one account. Guarded by the lock of the ledger. */
final class Shelf {
    /** Who sends, and how it is told that there may be something to take. */
    record Attached(Object dispatcher, Runnable whenWaiting) {}

    private AccountKey key;
    private final Set<AccountKey> names = new HashSet<>();
    private final TreeMap<SubmissionKey, Entry> entries = new TreeMap<>();
    private final TreeMap<SubmissionKey, Entry> held = new TreeMap<>();
    private final Map<SubmissionKey, Entry> settled = new HashMap<>();
    private final WaitingLine line = new WaitingLine();
    private final EntryList inHand = new EntryList();
    private final EntryList results = new EntryList();
    private final EntryList kept = new EntryList();
    private final Map<KnownKey, Entry> known = new HashMap<>();
    private final Deque<Attached> attached = new ArrayDeque<>();
    private final Map<Direction, Long> paused = new EnumMap<>(Direction.class);
    private final Expiry expiry = new Expiry(entries);
    private @Nullable Runnable whenResults;
    private @Nullable Shelf successor;
    private boolean draining;

    Shelf(AccountKey key) {
        this.key = key;
        names.add(key);
    }

    AccountKey key() {
        return key;
    }

    boolean is(AccountKey account) {
        return names.contains(account) || names.stream().anyMatch(name -> name.isSame(account));
    }

    /** Known by this name too. */
    void alias(AccountKey account) {
        names.add(account);
    }

    /** Called by this name from now on. */
    void rename(AccountKey account) {
        key = account;
        names.add(account);
    }

    boolean isAttended() {
        return !attached.isEmpty() || whenResults != null;
    }

    /** All that are committed and not settled, by their id. */
    TreeMap<SubmissionKey, Entry> entries() {
        return entries;
    }

    /** The entry of this id, settled or not. */
    @Nullable
    Entry entry(String submissionId) {
        SubmissionKey id = new SubmissionKey(submissionId);
        Entry entry = entries.get(id);
        return entry == null ? settled.get(id) : entry;
    }

    /** Those of the entries that wait for an operator. */
    TreeMap<SubmissionKey, Entry> held() {
        return held;
    }

    WaitingLine line() {
        return line;
    }

    EntryList inHand() {
        return inHand;
    }

    /** Settled ones whose result no listener has, in the order they came. */
    EntryList results() {
        return results;
    }

    /** Settled ones that are only kept for their idempotency key. */
    EntryList kept() {
        return kept;
    }

    int settledCount() {
        return settled.size();
    }

    /** By idempotency key, in open transactions too. */
    Map<KnownKey, Entry> known() {
        return known;
    }

    Expiry expiry() {
        return expiry;
    }

    /** The first one sends, the others take over when it ends. */
    Deque<Attached> attached() {
        return attached;
    }

    @Nullable
    Runnable whenWaiting() {
        return attached.isEmpty() ? null : attached.getFirst().whenWaiting();
    }

    @Nullable
    Runnable whenResults() {
        return whenResults;
    }

    void whenResults(@Nullable Runnable whenSome) {
        this.whenResults = whenSome;
    }

    /** Each with the key of the record that says so. */
    Map<Direction, Long> paused() {
        return paused;
    }

    boolean isDraining() {
        return draining;
    }

    void draining(boolean is) {
        this.draining = is;
    }

    /** A committed one that waits. */
    void publish(Entry entry) {
        entries.put(entry, entry);
        expiry.added(entry);
        line.add(entry);
    }

    /** One that waits again, until this time at least. */
    void publishAgain(Entry entry, long dueAt, long now) {
        expiry.added(entry);
        line.addAgain(entry, dueAt, now);
    }

    void hold(Entry entry) {
        entries.put(entry, entry);
        held.put(entry, entry);
        line.hold(entry);
    }

    /** A settled one, whose result somebody may still want. */
    void settled(Entry entry) {
        entries.remove(entry);
        settled.put(entry, entry);
        entry.state(Entry.State.SETTLED);
        (entry.delivered() ? kept : results).addLast(entry);
    }

    /** Nobody needs to know of it any more. */
    void forget(Entry entry) {
        if (entry.list() != null) {
            entry.list().remove(entry);
        }
        settled.remove(entry);
        forgetKey(entry);
        entry.state(Entry.State.GONE);
    }

    void forgetKey(Entry entry) {
        KnownKey key = entry.known();
        if (key != null) {
            known.remove(key, entry);
        }
    }

    /** Takes over what nobody attends, of an account that turned out to be this one. */
    void absorb(Shelf other, long now) {
        names.addAll(other.names);
        other.known.forEach(known::putIfAbsent);
        other.paused.forEach(paused::putIfAbsent);
        for (Entry entry : new ArrayList<>(other.entries.values())) {
            if (entry.state() == Entry.State.HELD) {
                other.line.end(entry);
                hold(entry);
            } else {
                long dueAt = entry.state() == Entry.State.TIMED ? entry.at() : 0;
                other.line.remove(entry);
                other.line.end(entry);
                entries.put(entry, entry);
                publishAgain(entry, dueAt, now);
            }
        }
        for (Entry entry : other.settled.values()) {
            if (entry.list() != null) {
                entry.list().remove(entry);
            }
            settled(entry);
        }
        other.successor = this;
    }

    /** This one, or who took it over. */
    Shelf now() {
        return successor == null ? this : successor.now();
    }
}
