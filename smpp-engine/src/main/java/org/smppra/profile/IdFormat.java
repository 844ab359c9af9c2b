package org.smppra.profile;

import java.math.BigInteger;

/**
 * How the id of a message in its receipts is that of the answer to its submit; capitals and leading zeros never matter.
 * What receipted_message_id has is by its definition the id of the answer. SMPP 3.4 sections 5.2.23 and 5.3.2.12.
 */
public enum IdFormat {
    /** The same. */
    AS_IS,
    /** In the answer hexadecimal, in the text of a receipt decimal. */
    HEX_IN_ANSWER {
        @Override
        public String answered(String idInText) {
            return converted(idInText, 10, 16);
        }
    },
    /** In the answer decimal, in the text of a receipt hexadecimal. */
    DECIMAL_IN_ANSWER {
        @Override
        public String answered(String idInText) {
            return converted(idInText, 16, 10);
        }
    },
    /**
     * The same if that one is known; else it may be the same number in decimal instead of hexadecimal, or the other way
     * round. An id of one message may be such a form of another's: where it is known which way it is, that is better.
     */
    AUTO;

    /** What the answer called the message that the text of a receipt calls so; as it is if it is no such number. */
    public String answered(String idInText) {
        return idInText;
    }

    private static String converted(String number, int from, int to) {
        boolean isNumber = !number.isEmpty() && number.chars().allMatch(c -> c < 128 && Character.digit(c, from) >= 0);
        return isNumber ? new BigInteger(number, from).toString(to) : number;
    }
}
