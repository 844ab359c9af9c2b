package org.smppra.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;

/**
 * When what listeners refuse shall not be sent again: before the provider gives it up, which this one does 48 hours after
 * it had it. Since when it has a receipt is what that says itself, for the adapter may have been without a listener, or
 * without a process; of all else only the first refusal is known.
 */
final class Refusals {
    static final Duration LONGEST = Duration.ofHours(40);
    /** A listener that failed for less, just when an old receipt came, may take it next time. */
    static final Duration LEAST = Duration.ofHours(1);
    /** There may be no next time. */
    static final Duration LAST = Duration.ofHours(46);
    /** An older date, with a little for clocks that differ, does not say since when the provider has it. */
    static final Duration OLDEST = Duration.ofHours(50);

    private Refusals() {}

    /**
     * @param since when listeners refused it first, as far as is known
     * @return why it shall be a dead letter; null: it may come again
     */
    static @Nullable String reason(Delivered value, Instant since, Instant now) {
        Duration refused = Duration.between(since, now);
        if (refused.compareTo(LONGEST) >= 0) {
            return "listeners failed at it for " + LONGEST.toHours() + " hours";
        }
        Duration age = value instanceof DeliveryReceipt receipt ? age(receipt, now) : Duration.ZERO;
        boolean over = age.compareTo(LONGEST) >= 0 && (refused.compareTo(LEAST) >= 0 || age.compareTo(LAST) >= 0);
        return over ? "listeners failed at it, and it was done " + age.toHours() + " hours ago" : null;
    }

    /** Zero if its date does not tell. Of a state that is no end it may be any date of the message. */
    private static Duration age(DeliveryReceipt receipt, Instant now) {
        Duration age = receipt.isFinal()
                ? receipt.doneAt().map(done -> Duration.between(done, now)).orElse(Duration.ZERO)
                : Duration.ZERO;
        return age.isNegative() || age.compareTo(OLDEST) > 0 ? Duration.ZERO : age;
    }
}
