package org.smppra.inbox;

import java.util.Locale;

/** The one form under which an id is noted, of the many that MessageId.forms() gives of the same number. */
final class NotedId {
    private NotedId() {}

    /** Small letters and no leading zeros, if it is a number; else as it is. */
    static String of(String messageId) {
        boolean isNumber = messageId.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
        return isNumber ? messageId.replaceFirst("^0+(?=.)", "").toLowerCase(Locale.ROOT) : messageId;
    }
}
