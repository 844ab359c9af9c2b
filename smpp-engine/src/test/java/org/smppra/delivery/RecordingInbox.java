package org.smppra.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.smppra.Stored;
import org.smppra.inbox.AccountInbox;
import org.smppra.inbox.Incoming;
import org.smppra.inbox.KeepCallback;
import org.smppra.inbox.Kept;
import org.smppra.inbox.SentAs;

/** Keeps everything in memory, and lets a test see and stop it. Pretends to be durable. */
final class RecordingInbox implements AccountInbox {
    private record Letter(Kept kept, String reason) {}

    private final Map<String, Kept> waiting = new TreeMap<>();
    private final Map<String, Kept> inHand = new TreeMap<>();
    private final Map<Kept, Set<?>> aside = new HashMap<>();
    private final Map<String, Letter> letters = new TreeMap<>();
    private final Map<String, Instant> notBefore = new TreeMap<>();
    private final List<Kept> delivered = new ArrayList<>();
    private @Nullable Runnable whenSome;
    private @Nullable String failure;
    private final Map<String, Instant> refused = new HashMap<>();
    private Instant now = Instant.EPOCH;
    private int count;

    /** Why from now on nothing can be stored; null: it can. */
    synchronized void fail(@Nullable String why) {
        failure = why;
    }

    synchronized void at(Instant time) {
        now = time;
        wake();
    }

    synchronized List<Kept> deliveredOnes() {
        return List.copyOf(delivered);
    }

    synchronized List<Kept> waitingOnes() {
        return List.copyOf(waiting.values());
    }

    synchronized Instant notBefore(Kept kept) {
        return Objects.requireNonNull(notBefore.get(kept.id()));
    }

    synchronized int asideCount() {
        return aside.size();
    }

    synchronized int inHand() {
        return inHand.size();
    }

    @Override
    public boolean isDurable() {
        return true;
    }

    private void wake() {
        if (whenSome != null) {
            whenSome.run();
        }
    }

    private String id() {
        return String.format("%06d", count++);
    }

    @Override
    public synchronized void store(Incoming incoming, KeepCallback told) {
        if (failure == null) {
            String id = id();
            waiting.put(id, new Kept(id, incoming, 0));
        }
        told.done(failure);
        wake();
    }

    @Override
    public synchronized List<Kept> take(int most) {
        List<Kept> taken = new ArrayList<>();
        Set<String> busy = new HashSet<>();
        inHand.values().forEach(each -> busy.add(String.valueOf(each.incoming().orderKey())));
        aside.keySet().forEach(each -> busy.add(String.valueOf(each.incoming().orderKey())));
        for (Kept each : List.copyOf(waiting.values())) {
            String key = each.incoming().orderKey();
            boolean due = !notBefore.getOrDefault(each.id(), Instant.MIN).isAfter(now);
            if (taken.size() < most && (key == null || busy.add(key)) && due) {
                waiting.remove(each.id());
                inHand.put(each.id(), each);
                taken.add(each);
            }
        }
        return taken;
    }

    @Override
    public synchronized void onWaiting(Runnable whenSome) {
        this.whenSome = whenSome;
    }

    @Override
    public synchronized void notOnWaiting(Runnable whenSome) {
        this.whenSome = null;
    }

    @Override
    public synchronized void setAside(Kept kept, Set<?> takers) {
        aside.put(inHand(kept), takers);
    }

    @Override
    public synchronized boolean recall(Predicate<Set<?>> meant, int most) {
        Map<Set<?>, Integer> recalled = new HashMap<>();
        List<Kept> due = aside.keySet().stream()
                .filter(kept -> meant.test(aside.get(kept)))
                .sorted(Comparator.comparing(Kept::id))
                .toList();
        boolean left = false;
        for (Kept kept : due) {
            if (recalled.merge(aside.get(kept), 1, Integer::sum) <= most) {
                aside.remove(kept);
                waiting.put(kept.id(), kept);
            } else {
                left = true;
            }
        }
        return left;
    }

    private Kept inHand(Kept kept) {
        return Objects.requireNonNull(inHand.remove(kept.id()), "not in hand: " + kept.id());
    }

    @Override
    public synchronized void delivered(Kept kept) {
        delivered.add(inHand(kept));
        wake();
    }

    @Override
    public synchronized void returned(Kept kept, int attempts, Instant until) {
        Kept back = new Kept(kept.id(), inHand(kept).incoming(), attempts);
        waiting.put(back.id(), back);
        notBefore.put(back.id(), until);
        wake();
    }

    @Override
    public synchronized long waiting() {
        return waiting.size() + aside.size() + inHand.size();
    }

    @Override
    public @Nullable Instant oldestWaitingAt() {
        return null;
    }

    @Override
    public synchronized void bury(Incoming incoming, int attempts, String reason, KeepCallback told) {
        if (failure == null) {
            String id = id();
            letters.put(id, new Letter(new Kept(id, incoming, attempts), reason));
        }
        told.done(failure);
    }

    @Override
    public synchronized boolean bury(Kept kept, int attempts, String reason) {
        Kept buried = new Kept(kept.id(), inHand(kept).incoming(), attempts);
        letters.put(kept.id(), new Letter(buried, reason));
        return true;
    }

    @Override
    public synchronized List<Stored> deadLetters(String afterId, int limit) {
        return letters.values().stream()
                .filter(each -> each.kept().id().compareTo(afterId) > 0)
                .limit(limit)
                .map(each -> Stored.of(
                        each.kept().id(),
                        each.kept().incoming().reference(),
                        each.kept().incoming().receivedAt(),
                        each.kept().attempts(),
                        each.reason()))
                .toList();
    }

    @Override
    public synchronized boolean deliverAgain(String id) {
        Letter letter = letters.remove(id);
        if (letter != null) {
            waiting.put(id, new Kept(id, letter.kept().incoming(), 0));
            wake();
        }
        return letter != null;
    }

    @Override
    public synchronized boolean discard(String id) {
        return letters.remove(id) != null;
    }

    @Override
    public synchronized long deadLetterCount() {
        return letters.size();
    }

    @Override
    public void committed(String deduplicationKey) {}

    @Override
    public boolean isCommitted(String deduplicationKey) {
        return false;
    }

    @Override
    public boolean mayHaveForgotten(Instant at) {
        return false;
    }

    @Override
    public void ended(String messageId) {}

    @Override
    public boolean isEnded(String messageId) {
        return false;
    }

    @Override
    public void sent(String messageId, SentAs as) {}

    @Override
    public @Nullable SentAs sentAs(List<String> messageIds) {
        return null;
    }

    @Override
    public void leftAtWork() {}

    @Override
    public synchronized Instant refused(String deduplicationKey, Instant at) {
        return refused.computeIfAbsent(deduplicationKey, key -> at);
    }

    @Override
    public synchronized void noLongerRefused(String deduplicationKey) {
        refused.remove(deduplicationKey);
    }
}
