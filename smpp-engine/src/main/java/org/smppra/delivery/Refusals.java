package org.smppra.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Since when listeners refuse what the SMSC sends again and again, by deduplication key; of the newest ones only, and
 * forgotten when the process ends.
 */
final class Refusals {
    /** Before a provider gives up, which this one does after 48 hours. */
    static final long LONGEST = TimeUnit.HOURS.toNanos(40);

    private static final int MOST = 10_000;

    private final Map<String, Long> since = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    /** @return whether it has been refused for so long that it shall not come again */
    synchronized boolean refused(String key, long now) {
        Long first = since.putIfAbsent(key, now);
        return first != null && now - first >= LONGEST;
    }

    synchronized void forget(String key) {
        since.remove(key);
    }
}
