package org.smppra.text;

import org.jspecify.annotations.Nullable;

/**
 * The fields of a delivery receipt's text, each as it came; null for one that is missing or blank.
 *
 * <p>SMPP 3.4 appendix B, read the way providers really write it: keys in any order and case, all optional, unknown ones
 * skipped, pad blanks dropped. A value ends at the first blank or control character. Everything behind the first
 * {@code text:} is text, whatever it looks like; only blanks and NULs at its end are dropped. Of a repeated key the first
 * counts. The counts sub and dlvrd are not kept: providers fill them at random.
 */
public record ReceiptText(
        @Nullable String id,
        @Nullable String submitDate,
        @Nullable String doneDate,
        @Nullable String stat,
        @Nullable String err,
        @Nullable String text) {

    private enum Key {
        ID("id:"),
        SUB("sub:"),
        DLVRD("dlvrd:"),
        SUBMIT_DATE("submit date:"),
        DONE_DATE("done date:"),
        STAT("stat:"),
        ERR("err:"),
        TEXT("text:");

        private static final Key[] ALL = values();

        private final String word;

        Key(String word) {
            this.word = word;
        }

        static @Nullable Key at(String receipt, int index) {
            char first = Character.toLowerCase(receipt.charAt(index));
            for (Key key : ALL) {
                if (key.word.charAt(0) == first && key.isAt(receipt, index)) {
                    return key;
                }
            }
            return null;
        }

        /** Comparing without regard to case is slow. */
        private boolean isAt(String receipt, int index) {
            return receipt.startsWith(word, index) || receipt.regionMatches(true, index, word, 0, word.length());
        }
    }

    /** Reads anything in one pass and never throws; what is no receipt has no fields. */
    public static ReceiptText parse(String receipt) {
        @Nullable String[] values = new @Nullable String[Key.ALL.length];
        int at = skipBlanks(receipt, 0);
        while (at < receipt.length()) {
            Key key = Key.at(receipt, at);
            if (key == null) {
                at = skipBlanks(receipt, endOfWord(receipt, at));
                continue;
            }
            int from = at + key.word.length();
            if (key == Key.TEXT) {
                values[key.ordinal()] = receipt.substring(from, endOfText(receipt, from));
                break;
            }
            at = skipBlanks(receipt, from);
            if (at < receipt.length() && Key.at(receipt, at) == null) {
                int end = endOfWord(receipt, at);
                if (values[key.ordinal()] == null) {
                    values[key.ordinal()] = receipt.substring(at, end);
                }
                at = skipBlanks(receipt, end);
            }
        }
        return new ReceiptText(
                values[Key.ID.ordinal()],
                values[Key.SUBMIT_DATE.ordinal()],
                values[Key.DONE_DATE.ordinal()],
                values[Key.STAT.ordinal()],
                values[Key.ERR.ordinal()],
                values[Key.TEXT.ordinal()]);
    }

    private static int skipBlanks(String receipt, int from) {
        int at = from;
        while (at < receipt.length() && receipt.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static int endOfWord(String receipt, int from) {
        int at = from;
        while (at < receipt.length() && receipt.charAt(at) > ' ') {
            at++;
        }
        return at;
    }

    private static int endOfText(String receipt, int from) {
        int end = receipt.length();
        while (end > from && (receipt.charAt(end - 1) == ' ' || receipt.charAt(end - 1) == '\0')) {
            end--;
        }
        return end;
    }

    /** Without the text: it may be a part of the message, which does not belong in a log. */
    @Override
    public String toString() {
        return "ReceiptText[id=" + id + ", stat=" + stat + ", err=" + err + "]";
    }
}
