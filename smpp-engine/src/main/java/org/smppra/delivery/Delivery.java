package org.smppra.delivery;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;
import org.smppra.ReceivedMessage;
import org.smppra.gateway.Received;
import org.smppra.link.Link;
import org.smppra.message.CommandStatus;

/** One delivered value on its way to a listener. */
public final class Delivery {
    private final Delivered value;
    private final Received received;
    private final long deadline;
    private final Consumer<Delivery> whenSettled;
    private final Consumer<Delivery> whenHandedBack;
    private boolean settled;

    Delivery(
            Delivered value,
            Received received,
            long deadline,
            Consumer<Delivery> whenSettled,
            Consumer<Delivery> whenHandedBack) {
        this.value = value;
        this.received = received;
        this.deadline = deadline;
        this.whenSettled = whenSettled;
        this.whenHandedBack = whenHandedBack;
    }

    /** As it is at the first attempt. */
    public Delivered value() {
        return value;
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

    boolean isFrom(Link link) {
        return received.isFrom(link);
    }

    /** This sink cannot take it any more: another one may, or this one later. */
    public void handBack() {
        whenHandedBack.accept(this);
    }

    /** The time for an answer is over; the listener may still be at work. */
    void expired(CommandStatus status) {
        received.answer(status);
    }

    private void settle(CommandStatus status) {
        synchronized (this) {
            if (settled) {
                return;
            }
            settled = true;
        }
        received.answer(status);
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
