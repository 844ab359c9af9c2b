package org.smppra.inbox;

import java.util.Locale;

/** An id is a key of the journal in twenty digits: the same over restarts, and in the order of age. */
final class Keys {
    private Keys() {}

    static String id(long key) {
        return String.format(Locale.ROOT, "%020d", key);
    }

    /** @return 0 if it is none */
    static long key(String id) {
        try {
            return Math.max(0, Long.parseLong(id));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
