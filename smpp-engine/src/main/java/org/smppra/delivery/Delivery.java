package org.smppra.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;
import org.smppra.ReceivedMessage;
import org.smppra.message.CommandStatus;

/** One delivered value on its way to a listener, and the answers that wait for what becomes of it. */
public final class Delivery {
    private volatile Delivered value;
    private final List<DueAnswer> answers;
    private final long deadline;
    private final Consumer<Delivery> whenSettled;
    private final Consumer<Delivery> whenHandedBack;
    private @Nullable CommandStatus fate;

    Delivery(
            Delivered value,
            List<DueAnswer> answers,
            long deadline,
            Consumer<Delivery> whenSettled,
            Consumer<Delivery> whenHandedBack) {
        this.value = value;
        this.answers = new ArrayList<>(answers);
        this.deadline = deadline;
        this.whenSettled = whenSettled;
        this.whenHandedBack = whenHandedBack;
    }

    /** As it is at the first attempt. */
    public Delivered value() {
        return value;
    }

    /** More is known of it now; before it is offered. */
    void become(Delivered known) {
        value = known;
    }

    /** As it is at this attempt, counted from 1. */
    public Delivered value(int attempt) {
        return value instanceof DeliveryReceipt receipt
                ? receipt.toBuilder().deliveryCount(attempt).build()
                : ((ReceivedMessage) value).toBuilder().deliveryCount(attempt).build();
    }

    /** Whether the SMSC had its negative answer and will send it again. */
    public boolean isLate(long now) {
        return now - deadline >= 0;
    }

    /** Its listener committed: the SMSC may forget it. */
    public void committed() {
        settle(CommandStatus.ESME_ROK);
    }

    /** No listener took it: the SMSC shall send it again. */
    public void refused(CommandStatus status) {
        settle(status);
    }

    /** Whether one of the answers that are meant waits for it. */
    synchronized boolean awaits(Predicate<DueAnswer> meant) {
        return answers.stream().anyMatch(meant);
    }

    /** This sink cannot take it any more: another one may, or this one later. */
    public void handBack() {
        whenHandedBack.accept(this);
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

    /** Gives the answers for which the time is over; the listener may still be at work. */
    void expire(long now, CommandStatus status) {
        List<DueAnswer> late;
        synchronized (this) {
            late = answers.stream().filter(answer -> answer.isLate(now)).toList();
            answers.removeAll(late);
        }
        late.forEach(answer -> answer.give(status));
    }

    synchronized boolean isCommitted() {
        return fate != null && fate.isOk();
    }

    private void settle(CommandStatus status) {
        List<DueAnswer> due;
        synchronized (this) {
            if (fate != null) {
                return;
            }
            fate = status;
            due = List.copyOf(answers);
            answers.clear();
        }
        due.forEach(answer -> answer.give(status));
        whenSettled.accept(this);
    }

    /** What must reach a listener in order: the receipts of one message; null if it stands alone. */
    @Nullable
    String orderKey() {
        return value instanceof DeliveryReceipt receipt
                        && !receipt.messageId().value().isEmpty()
                ? receipt.messageId().value()
                : null;
    }
}
