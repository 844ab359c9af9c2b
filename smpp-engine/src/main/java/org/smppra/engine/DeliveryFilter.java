package org.smppra.engine;

import org.jspecify.annotations.Nullable;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;
import org.smppra.message.Address;

/**
 * Which deliveries a listener is for, where several listeners share an account. What is not set is no condition.
 *
 * @param reference how a receipt's reference begins; nothing but receipts has one
 * @param destination how the number begins that the message was sent to, with or without a leading +: of a receipt the
 *     handset that it reports on (its source_addr), of a message the number that it came to
 */
public record DeliveryFilter(@Nullable String reference, @Nullable String destination) {
    /** No match. */
    public static final int NONE = -1;

    /** How many characters match, so that the closest of several filters is known; 0 without a condition, or NONE. */
    public int match(Delivered value) {
        int ofReference = reference == null ? 0 : matchReference(value, reference);
        int ofDestination = destination == null ? 0 : matchDestination(value, digits(destination));
        return ofReference == NONE || ofDestination == NONE ? NONE : ofReference + ofDestination;
    }

    private static int matchReference(Delivered value, String prefix) {
        String begins =
                value instanceof DeliveryReceipt receipt ? receipt.reference().orElse("") : "";
        return begins.startsWith(prefix) ? prefix.length() : NONE;
    }

    private static int matchDestination(Delivered value, String prefix) {
        Address sentTo = value instanceof DeliveryReceipt ? value.from() : value.to();
        return digits(sentTo.value()).startsWith(prefix) ? prefix.length() : NONE;
    }

    private static String digits(String number) {
        return number.startsWith("+") ? number.substring(1) : number;
    }
}
