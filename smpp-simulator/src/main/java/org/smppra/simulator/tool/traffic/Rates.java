package org.smppra.simulator.tool.traffic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What was counted in each of the last seconds. */
public final class Rates {
    /** How many seconds are kept. */
    public static final int SECONDS = 60;

    private final Traffic traffic;
    private final Map<Count, Long> last = new EnumMap<>(Count.class);
    private final long[][] ring = new long[SECONDS][Count.values().length];
    private int seconds;

    public Rates(Traffic traffic) {
        this.traffic = traffic;
    }

    /** Looks once a second from now on. */
    public void follow(ScheduledExecutorService timer) {
        timer.scheduleAtFixedRate(this::sample, 1, 1, TimeUnit.SECONDS);
    }

    synchronized void sample() {
        long[] second = ring[seconds++ % SECONDS];
        for (Count count : Count.values()) {
            long now = traffic.of(count);
            second[count.ordinal()] = now - last.getOrDefault(count, 0L);
            last.put(count, now);
        }
    }

    /** Of this kind in each second, the newest last; 0 before the start. */
    public synchronized List<Long> history(Count count) {
        List<Long> history = new ArrayList<>(SECONDS);
        for (int back = SECONDS; back > 0; back--) {
            history.add(seconds < back ? 0L : ring[(seconds - back) % SECONDS][count.ordinal()]);
        }
        return history;
    }

    /** A second, over the last five. */
    public double perSecond(Count count) {
        List<Long> history = history(count);
        return history.subList(SECONDS - 5, SECONDS).stream()
                        .mapToLong(Long::longValue)
                        .sum()
                / 5.0;
    }
}
