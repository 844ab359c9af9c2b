package org.smppra.inbox;

import java.util.Locale;

/** The one form under which an id is noted, of the many that MessageId.forms() gives of the same number. */
final class NotedId {
    private NotedId() {}

    /** Small letters and no leading zeros, if it is a number; else as it is. */
    static String of(String messageId) {
        int length = messageId.length();
        for (int i = 0; i < length; i++) {
            char c = messageId.charAt(i);
            if (c >= 128 || Character.digit(c, 16) < 0) {
                return messageId;
            }
        }
        int zeros = 0;
        while (zeros < length - 1 && messageId.charAt(zeros) == '0') {
            zeros++;
        }
        return messageId.substring(zeros).toLowerCase(Locale.ROOT);
    }
}
