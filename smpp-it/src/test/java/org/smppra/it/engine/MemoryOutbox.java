package org.smppra.it.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smppra.Direction;
import org.smppra.Settle;
import org.smppra.SmppException;
import org.smppra.Store;
import org.smppra.Stored;
import org.smppra.Submission;
import org.smppra.SubmitResult;
import org.smppra.message.MessageId;
import org.smppra.outbox.AccountKey;
import org.smppra.outbox.AccountOutbox;
import org.smppra.outbox.Branch;
import org.smppra.outbox.Outbox;
import org.smppra.outbox.OutboxMessage;
import org.smppra.outbox.Waiting;
import org.smppra.outbox.XaBranches;

/** The simplest outbox there can be: in memory, for one account; closed and opened again it is as it was. */
final class MemoryOutbox implements Outbox, AccountOutbox {
    private enum State {
        WAITING,
        IN_HAND,
        HELD,
        SETTLED
    }

    private static final class Entry implements Waiting {
        final OutboxMessage message;
        final long number;
        final @Nullable MessageId[] accepted;
        State state = State.WAITING;
        Instant notBefore = Instant.MIN;
        int attempts;
        boolean maybeSent;
        boolean written;
        String reason = "";

        Entry(OutboxMessage message, long number) {
            this.message = message;
            this.number = number;
            this.accepted = new @Nullable MessageId[message.parts().size()];
        }

        @Override
        public OutboxMessage message() {
            return message;
        }

        @Override
        public int attempts() {
            return attempts;
        }

        @Override
        public boolean maybeSent() {
            return maybeSent;
        }

        @Override
        public List<@Nullable MessageId> accepted() {
            return java.util.Arrays.asList(accepted.clone());
        }
    }

    private final Map<String, Entry> entries = new HashMap<>();
    private final PriorityQueue<Entry> line = new PriorityQueue<>(
            Comparator.comparing((Entry e) -> -e.message.priority()).thenComparing(e -> e.number));
    private final Map<String, ArrayDeque<Entry>> orders = new HashMap<>();
    private final ArrayDeque<SubmitResult> results = new ArrayDeque<>();
    private final Map<String, SubmitResult> taken = new HashMap<>();
    private final Set<Direction> paused = EnumSet.noneOf(Direction.class);
    private final Map<Object, Runnable> waiters = new HashMap<>();
    private @Nullable AccountKey key;
    private @Nullable Object dispatcher;
    private Runnable whenWaiting = () -> {};
    private @Nullable Runnable whenResults;
    private long numbers;
    private long waiting;

    @Override
    public synchronized List<Submission> submit(List<OutboxMessage> messages) {
        List<Submission> all = new ArrayList<>();
        for (OutboxMessage message : messages) {
            Entry entry = new Entry(message, numbers++);
            entries.put(message.submissionId(), entry);
            line.add(entry);
            waiting++;
            if (message.orderKey() != null) {
                orders.computeIfAbsent(message.orderKey(), k -> new ArrayDeque<>()).add(entry);
            }
            all.add(Submission.waiting(message.submissionId(), message.reference()));
        }
        whenWaiting.run();
        return all;
    }

    @Override
    public Branch begin() {
        throw new UnsupportedOperationException();
    }

    @Override
    public XaBranches xa() {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized AccountOutbox account(AccountKey account) {
        if (key == null) {
            key = account;
        }
        return this;
    }

    @Override
    public synchronized List<AccountKey> unattended() {
        return dispatcher == null && key != null && waiting() > 0 ? List.of(key) : List.of();
    }

    @Override
    public synchronized Optional<Submission> find(AccountKey account, String submissionId) {
        Entry entry = entries.get(submissionId);
        return entry == null
                ? Optional.empty()
                : Optional.of(Submission.waiting(
                        submissionId, entry.message.reference()));
    }

    @Override
    public synchronized List<Stored> list(AccountKey account, Store store, String afterId, int limit) {
        State wanted = store == Store.HELD ? State.HELD : State.WAITING;
        return entries.values().stream()
                .filter(e -> e.state == wanted && e.message.submissionId().compareTo(afterId) > 0)
                .sorted(Comparator.comparing(e -> e.message.submissionId()))
                .limit(limit)
                .map(e -> Stored.of(
                        e.message.submissionId(), e.message.reference(), e.message.submittedAt(), e.attempts, e.reason))
                .toList();
    }

    @Override
    public synchronized boolean settle(AccountKey account, String id, Settle how) {
        Entry entry = entries.get(id);
        if (entry == null || entry.state != State.HELD || how != Settle.SEND) {
            return false;
        }
        entry.state = State.WAITING;
        waiting++;
        line.add(entry);
        whenWaiting.run();
        return true;
    }

    @Override
    public synchronized void pause(AccountKey account, Direction direction) {
        paused.add(direction);
    }

    @Override
    public synchronized void resume(AccountKey account, Direction direction) {
        paused.remove(direction);
        whenWaiting.run();
    }

    @Override
    public synchronized boolean isPaused(AccountKey account, Direction direction) {
        return paused.contains(direction);
    }

    @Override
    public void drain(AccountKey account) {}

    @Override
    public void undrain(AccountKey account) {}

    @Override
    public void close() {}

    @Override
    public synchronized AccountKey key() {
        return java.util.Objects.requireNonNull(key);
    }

    @Override
    public synchronized boolean attach(Object who, Runnable told) {
        waiters.put(who, told);
        if (dispatcher == null) {
            dispatcher = who;
            whenWaiting = told;
        }
        return dispatcher == who;
    }

    @Override
    public synchronized void detach(Object who) {
        waiters.remove(who);
        if (dispatcher != who) {
            return;
        }
        dispatcher = null;
        whenWaiting = () -> {};
        for (Entry entry : entries.values()) {
            if (entry.state == State.IN_HAND) {
                entry.state = State.WAITING;
                entry.maybeSent |= entry.written;
                line.add(entry);
            }
        }
        waiters.values().forEach(Runnable::run);
    }

    private boolean mayLeave(Entry entry, Instant now) {
        ArrayDeque<Entry> order = entry.message.orderKey() == null ? null : orders.get(entry.message.orderKey());
        return !now.isBefore(entry.notBefore) && (order == null || order.peek() == entry);
    }

    @Override
    public synchronized List<Waiting> take(int most, Instant now) {
        List<Waiting> all = new ArrayList<>();
        List<Entry> later = new ArrayList<>();
        while (!paused.contains(Direction.OUTBOUND) && all.size() < most && !line.isEmpty()) {
            Entry entry = line.remove();
            if (entry.state != State.WAITING) {
                continue;
            }
            if (mayLeave(entry, now)) {
                entry.state = State.IN_HAND;
                all.add(entry);
            } else {
                later.add(entry);
            }
        }
        line.addAll(later);
        return all;
    }

    @Override
    public synchronized List<Waiting> takeExpired(int most, Instant now) {
        List<Waiting> all = new ArrayList<>();
        for (Entry entry : line) {
            Instant end = entry.message.expiresAt();
            if (entry.state == State.WAITING && end != null && !now.isBefore(end) && all.size() < most) {
                entry.state = State.IN_HAND;
                all.add(entry);
            }
        }
        return all;
    }

    @Override
    public synchronized @Nullable Instant nextDueAt() {
        return line.stream()
                .filter(e -> e.state == State.WAITING && e.notBefore.isAfter(Instant.MIN))
                .map(e -> e.notBefore)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public synchronized List<Waiting> writing(List<Waiting> messages) throws SmppException {
        List<Waiting> may = new ArrayList<>();
        for (Waiting each : messages) {
            if (((Entry) each).state == State.IN_HAND) {
                ((Entry) each).written = true;
                may.add(each);
            }
        }
        return may;
    }

    @Override
    public synchronized void accepted(Waiting message, int part, MessageId messageId) {
        ((Entry) message).accepted[part] = messageId;
    }

    @Override
    public synchronized void settle(Waiting message, SubmitResult result) {
        settle((Entry) message, result);
    }

    private boolean settle(Entry entry, SubmitResult result) {
        if (entry.state == State.SETTLED) {
            return false;
        }
        if (entry.state != State.HELD) {
            waiting--;
        }
        entry.state = State.SETTLED;
        results.add(result);
        if (entry.message.orderKey() != null) {
            orders.get(entry.message.orderKey()).remove(entry);
            whenWaiting.run();
        }
        if (whenResults != null) {
            whenResults.run();
        }
        return true;
    }

    @Override
    public synchronized void retry(Waiting message, Instant notBefore, boolean maybeSent, String reason) {
        Entry entry = (Entry) message;
        entry.state = State.WAITING;
        entry.notBefore = notBefore;
        entry.maybeSent |= maybeSent;
        entry.written = false;
        entry.attempts++;
        entry.reason = reason;
        line.add(entry);
        whenWaiting.run();
    }

    @Override
    public synchronized void hold(Waiting message, String reason) {
        Entry entry = (Entry) message;
        entry.state = State.HELD;
        waiting--;
        entry.maybeSent = true;
        entry.reason = reason;
    }

    @Override
    public synchronized boolean settle(String submissionId, SubmitResult result) {
        Entry entry = entries.get(submissionId);
        return entry != null && settle(entry, result);
    }

    @Override
    public synchronized @Nullable Waiting unanswered(String submissionId) {
        Entry entry = entries.get(submissionId);
        return entry == null || entry.state == State.SETTLED || !entry.maybeSent ? null : entry;
    }

    @Override
    public synchronized List<SubmitResult> takeResults(int most) {
        List<SubmitResult> all = new ArrayList<>();
        while (all.size() < most && !results.isEmpty()) {
            SubmitResult result = results.remove();
            taken.put(result.submissionId(), result);
            all.add(result);
        }
        return all;
    }

    @Override
    public synchronized void onResults(@Nullable Runnable told) {
        whenResults = told;
    }

    @Override
    public synchronized void resultDelivered(String submissionId) {
        taken.remove(submissionId);
    }

    @Override
    public synchronized void resultReturned(String submissionId) {
        SubmitResult result = taken.remove(submissionId);
        if (result != null) {
            results.add(result);
            if (whenResults != null) {
                whenResults.run();
            }
        }
    }

    @Override
    public synchronized long waiting() {
        return waiting;
    }

    @Override
    public synchronized long held() {
        return entries.values().stream().filter(e -> e.state == State.HELD).count();
    }

    @Override
    public synchronized @Nullable Instant oldestWaitingAt() {
        return entries.values().stream()
                .filter(e -> e.state == State.WAITING || e.state == State.IN_HAND)
                .map(e -> e.message.submittedAt())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
