package org.smppra.delivery;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.smppra.DeliveryReceipt;
import org.smppra.ReceivedMessage;
import org.smppra.inbox.ReceiptMemory;
import org.smppra.link.Counters;
import org.smppra.message.CommandStatus;
import org.smppra.profile.Profile;

/**
 * What a receipt passes before it is delivered: one that came before meets what became of it, one that does not say whose
 * it is is matched with what was sent, and waits a moment if the answer that would tell it is still due.
 */
final class ReceiptDesk {
    private static final int MOST_PARKED = 1_000;
    private static final long LONGEST_PARKED = 5_000_000_000L;

    private final ReceiptMemory memory;
    private final ReceiptMatch match;
    private final IdsUnderWay idsUnderWay;
    private final Clock clock;
    private final long parkTime;
    private final Counters<DeliveryCounter> counters;
    private final Consumer<Delivery> further;
    private final ParkedReceipts parked = new ParkedReceipts(MOST_PARKED, this::goOn);
    /** By deduplication key: those that are neither committed nor refused. Bounded by the answers that are due. */
    private final Map<String, Delivery> open = new ConcurrentHashMap<>();

    /**
     * @param answerTimeout nanoseconds from a deliver_sm to its answer
     * @param further where they go on to, any thread
     */
    ReceiptDesk(
            ReceiptMemory memory,
            Profile profile,
            IdsUnderWay idsUnderWay,
            Clock clock,
            long answerTimeout,
            Counters<DeliveryCounter> counters,
            Consumer<Delivery> further) {
        this.memory = memory;
        this.match = new ReceiptMatch(memory, profile);
        this.idsUnderWay = idsUnderWay;
        this.clock = clock;
        this.parkTime = Math.min(LONGEST_PARKED, answerTimeout / 4);
        this.counters = counters;
        this.further = further;
    }

    /** @param delivery of the receipt as it was read, with this answer */
    void received(Delivery delivery, DueAnswer answer, long now) {
        DeliveryReceipt receipt = (DeliveryReceipt) delivery.value();
        String messageId = receipt.messageId().value();
        if (messageId.isEmpty()) { // nothing tells it from another one
            goOn(delivery);
        } else if (!isRepeat(receipt.deduplicationKey(), delivery, answer)) {
            first(messageId, delivery, now);
        }
    }

    private boolean isRepeat(String key, Delivery delivery, DueAnswer answer) {
        Delivery known = open.putIfAbsent(key, delivery); // and then the look at the memory: it is in one of them
        if (known != null) {
            counters.count(DeliveryCounter.REPEATED);
            known.join(answer);
            return true;
        }
        if (memory.isCommitted(key)) {
            counters.count(DeliveryCounter.REPEATED);
            delivery.committed();
            return true;
        }
        return false;
    }

    private void first(String messageId, Delivery delivery, long now) {
        if (parked.isFull()) {
            parked.release(messageId);
        }
        boolean allAreKnown = !idsUnderWay.any().getAsBoolean(); // asked before the memory is
        if (parked.addBehind(messageId, delivery)) {
            counters.count(DeliveryCounter.PARKED);
            return;
        }
        boolean matched = match(delivery);
        if (matched || allAreKnown) {
            goOn(delivery, matched);
        } else if (!parked.add(messageId, delivery, now)) {
            counters.count(DeliveryCounter.PARKED_FULL);
            goOn(delivery);
        } else if (idsUnderWay.whenKnown().test(() -> parked.release(messageId))) {
            counters.count(DeliveryCounter.PARKED);
        } else {
            parked.release(messageId);
        }
    }

    private void goOn(Delivery delivery) {
        goOn(delivery, match(delivery));
    }

    private void goOn(Delivery delivery, boolean matched) {
        if (!matched) {
            counters.count(DeliveryCounter.UNMATCHED);
        }
        further.accept(delivery);
    }

    /** @return whether it is known whose it is */
    private boolean match(Delivery delivery) {
        DeliveryReceipt receipt = (DeliveryReceipt) delivery.value();
        DeliveryReceipt matched = match.of(receipt);
        if (matched != null) {
            delivery.become(matched);
        }
        return matched != null || receipt.submissionId().isPresent();
    }

    /**
     * To be asked of each that is about to be given to a sink, when all before it of its message are settled: more may be
     * remembered now than when it came, and which sink is meant may depend on it.
     *
     * @return false if a listener committed it before: then it is settled by this
     */
    boolean isNew(Delivery delivery) {
        boolean doubtful = memory.mayHaveForgotten(clock.instant());
        if (delivery.value() instanceof ReceivedMessage message) {
            if (doubtful && !message.possibleDuplicate()) {
                delivery.become(message.toBuilder().possibleDuplicate(true).build());
            }
            return true;
        }
        DeliveryReceipt receipt = (DeliveryReceipt) delivery.value();
        String messageId = receipt.messageId().value();
        if (!messageId.isEmpty() && memory.isCommitted(receipt.deduplicationKey())) {
            counters.count(DeliveryCounter.REPEATED);
            delivery.committed();
            return false;
        }
        if (receipt.submissionId().isEmpty()) {
            match(delivery);
        }
        DeliveryReceipt now = (DeliveryReceipt) delivery.value();
        boolean late = !now.isFinal() && memory.isEnded(messageId);
        if (late != now.superseded() || doubtful && !now.possibleDuplicate()) {
            delivery.become(now.toBuilder()
                    .superseded(late)
                    .possibleDuplicate(doubtful || now.possibleDuplicate())
                    .build());
        }
        return true;
    }

    /** To be called before the next one of its message is offered. */
    void settled(Delivery delivery) {
        if (delivery.value() instanceof DeliveryReceipt receipt
                && !receipt.messageId().value().isEmpty()) {
            if (delivery.isCommitted()) {
                memory.committed(receipt.deduplicationKey());
                if (receipt.isFinal()) {
                    memory.ended(receipt.messageId().value());
                }
            }
            open.remove(
                    receipt.deduplicationKey(),
                    delivery); // after it is remembered: a repeat finds the one or the other
        }
    }

    /** Refuses those that wait for the answers that are meant: they hold up no host that unbinds. */
    void leaving(Predicate<DueAnswer> over, CommandStatus negativeStatus) {
        parked.take(delivery -> delivery.awaits(over)).forEach(delivery -> delivery.refused(negativeStatus));
    }

    /** Lets go on what waited long enough. */
    void tick(long now) {
        parked.releaseOlderThan(parkTime, now);
    }
}
