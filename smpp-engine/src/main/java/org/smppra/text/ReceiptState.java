package org.smppra.text;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import org.smppra.MessageState;

/**
 * The state of a message as a receipt writes it. SMPP 3.4 section 5.2.28 (message_state) and appendix B (stat), with the
 * two states of SMPP 5.0 and the longer spellings that providers use.
 */
public final class ReceiptState {
    private static final Map<String, MessageState> WORDS = Map.ofEntries(
            entry("SCHEDULED", MessageState.SCHEDULED),
            entry("ENROUTE", MessageState.ENROUTE),
            entry("DELIVRD", MessageState.DELIVERED),
            entry("DELIVERD", MessageState.DELIVERED),
            entry("DELIVERED", MessageState.DELIVERED),
            entry("EXPIRED", MessageState.EXPIRED),
            entry("DELETED", MessageState.DELETED),
            entry("UNDELIV", MessageState.UNDELIVERABLE),
            entry("UNDELIVERED", MessageState.UNDELIVERABLE),
            entry("UNDELIVERABLE", MessageState.UNDELIVERABLE),
            entry("ACCEPTD", MessageState.ACCEPTED),
            entry("ACCEPTED", MessageState.ACCEPTED),
            entry("UNKNOWN", MessageState.UNKNOWN),
            // The word of SMPP 3.3.
            entry("INVALID", MessageState.UNKNOWN),
            entry("REJECTD", MessageState.REJECTED),
            entry("REJECTED", MessageState.REJECTED),
            entry("SKIPPED", MessageState.SKIPPED));

    private static final MessageState[] NUMBERS = {
        MessageState.SCHEDULED,
        MessageState.ENROUTE,
        MessageState.DELIVERED,
        MessageState.EXPIRED,
        MessageState.DELETED,
        MessageState.UNDELIVERABLE,
        MessageState.ACCEPTED,
        MessageState.UNKNOWN,
        MessageState.REJECTED,
        MessageState.SKIPPED
    };

    private ReceiptState() {}

    /** The state of a stat word, in any case, blanks around it ignored; OTHER for a word that is none of SMPP's. */
    public static MessageState ofWord(String stat) {
        return WORDS.getOrDefault(stat.strip().toUpperCase(Locale.ROOT), MessageState.OTHER);
    }

    /** The state of a message_state number; OTHER outside 0 to 9. */
    public static MessageState ofNumber(int messageState) {
        return messageState >= 0 && messageState < NUMBERS.length ? NUMBERS[messageState] : MessageState.OTHER;
    }
}
