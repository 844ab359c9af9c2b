package org.smppra.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;
import org.smppra.ReceivedMessage;
import org.smppra.message.CommandStatus;

/** One delivered value on its way to a listener, and the answers that wait for what becomes of it. */
public final class Delivery {
    private volatile Arrival arrival;
    private final List<DueAnswer> answers;
    private final long deadline;
    private final Origin origin;
    private volatile int attemptsBefore;
    private volatile int attempts;
    private @Nullable CommandStatus fate;
    private boolean committed;
    private final AtomicReference<Sinks.@Nullable Share> holder = new AtomicReference<>();

    /** Whether nobody has it. These three are of {@link Unsettled}, and guarded by its user. */
    boolean waiting;

    /** The receipts of the same message that came last before it and first after it. */
    @Nullable
    Delivery before;

    @Nullable
    Delivery after;

    /** @param attemptsBefore those that failed before, as it was kept in between */
    Delivery(Arrival arrival, List<DueAnswer> answers, long deadline, Origin origin, int attemptsBefore) {
        this.arrival = arrival;
        this.answers = new ArrayList<>(answers);
        this.deadline = deadline;
        this.origin = origin;
        this.attemptsBefore = attemptsBefore;
        this.attempts = attemptsBefore;
    }

    Arrival arrival() {
        return arrival;
    }

    /** Those that began, the earlier ones counted. */
    int attempts() {
        return attempts;
    }

    /** As it is at the first attempt. */
    public Delivered value() {
        return arrival.value();
    }

    /** Hands it to a sink, whose share counts it until it is settled, given up or handed back. */
    void goTo(Sinks.Share share) {
        holder.set(share);
        share.offer(this);
    }

    private void leave() {
        Sinks.Share share = holder.getAndSet(null);
        if (share != null) {
            share.leave();
        }
    }

    /** More is known of it now; before it is offered. */
    void become(Delivered known) {
        arrival = new Arrival(known, arrival.pdus());
    }

    /** As it is at this attempt, counted from 1. */
    public Delivered value(int attempt) {
        int count = attemptsBefore + attempt;
        attempts = count;
        if (arrival.value().deliveryCount() == count) {
            return arrival.value();
        }
        return arrival.value() instanceof DeliveryReceipt receipt
                ? receipt.toBuilder().deliveryCount(count).build()
                : ((ReceivedMessage) arrival.value())
                        .toBuilder().deliveryCount(count).build();
    }

    /** Whether the SMSC had its negative answer and will send it again. */
    public boolean isLate(long now) {
        return now - deadline >= 0;
    }

    /** Its listener committed: the SMSC may forget it. */
    public void committed() {
        settle(CommandStatus.ESME_ROK, true);
    }

    /** It is on disk: the SMSC may forget it, although no listener has it yet. */
    void kept() {
        settle(CommandStatus.ESME_ROK, false);
    }

    /**
     * Its listener did not take it in all attempts.
     *
     * @param status the answer that makes the SMSC send it again
     * @return what becomes of it, in words
     */
    public String givenUp(CommandStatus status) {
        try {
            return origin.givenUp(this, status);
        } finally {
            leave();
        }
    }

    /** No listener took it: the SMSC shall send it again. */
    public void refused(CommandStatus status) {
        settle(status, false);
    }

    /** Whether one of the answers that are meant waits for it. */
    synchronized boolean awaits(Predicate<DueAnswer> meant) {
        return answers.stream().anyMatch(meant);
    }

    /** This sink cannot take it any more: another one may, or this one later. */
    public void handBack() {
        attemptsBefore = attempts;
        leave();
        origin.handedBack(this);
    }

    /** The SMSC sent it, or a part of it, once more: it gets the same answer. */
    void join(DueAnswer again) {
        CommandStatus known;
        synchronized (this) {
            known = fate;
            if (known == null) {
                answers.add(again);
            }
        }
        if (known != null) {
            again.give(known);
        }
    }

    /**
     * Gives those answers that cannot wait for the listener, which may still be at work.
     *
     * @return how many
     */
    int answer(Predicate<DueAnswer> meant, CommandStatus status) {
        List<DueAnswer> given;
        synchronized (this) {
            given = answers.stream().filter(meant).toList();
            answers.removeAll(given);
        }
        given.forEach(answer -> answer.give(status));
        return given.size();
    }

    /** Whether the SMSC was told to send it again, and no listener is at work on it. */
    synchronized boolean isRefused() {
        return fate != null && !fate.isOk();
    }

    /** Whether the SMSC may forget it. */
    synchronized boolean isAcknowledged() {
        return fate != null && fate.isOk();
    }

    /** Whether a listener has it. */
    synchronized boolean isCommitted() {
        return committed;
    }

    private void settle(CommandStatus status, boolean commits) {
        List<DueAnswer> due;
        synchronized (this) {
            if (fate != null) {
                return;
            }
            fate = status;
            committed = commits;
            due = List.copyOf(answers);
            answers.clear();
        }
        try {
            due.forEach(answer -> answer.give(status));
            origin.settled(this);
        } finally {
            leave(); // or its sink would have no room again
        }
    }

    /** What must reach a listener in order; null if it stands alone. */
    @Nullable
    String orderKey() {
        return arrival.orderKey();
    }
}
