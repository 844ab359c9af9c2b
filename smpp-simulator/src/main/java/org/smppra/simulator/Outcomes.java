package org.smppra.simulator;

import java.util.Map;
import java.util.TreeMap;

/** Decides by destination what becomes of a message; the longest prefix wins, else it is DELIVRD 000. */
public final class Outcomes {
    private static final int MOST = 10_000;

    private volatile Map<String, MessageOutcome> rules = Map.of();
    private volatile int longest;

    Outcomes() {}

    /**
     * From the next message on.
     *
     * @param prefix how the number begins, with or without +; a whole number for one message; empty for all
     * @throws IllegalStateException if there are 10,000 already
     */
    public synchronized void put(String prefix, MessageOutcome outcome) {
        Map<String, MessageOutcome> more = new TreeMap<>(rules);
        more.put(number(prefix), outcome);
        if (more.size() > MOST) {
            throw new IllegalStateException("no more than " + MOST + " outcomes; remove some");
        }
        set(more);
    }

    /**
     * The same as a text, such as {@code +4599=UNDELIV:019:delay=5s:enroute=before}.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public void put(String rule) {
        int sign = rule.indexOf('=');
        if (sign < 0) {
            throw new IllegalArgumentException("outcome: " + rule + " must be PREFIX=STATE, such as +4599=UNDELIV:019");
        }
        put(rule.substring(0, sign), MessageOutcome.parse(rule.substring(sign + 1)));
    }

    /** @return false if there was none for exactly this prefix */
    public synchronized boolean remove(String prefix) {
        Map<String, MessageOutcome> fewer = new TreeMap<>(rules);
        boolean known = fewer.remove(number(prefix)) != null;
        set(fewer);
        return known;
    }

    private void set(Map<String, MessageOutcome> changed) {
        longest = changed.keySet().stream().mapToInt(String::length).max().orElse(0);
        rules = Map.copyOf(changed);
    }

    /** By prefix, without +. */
    public Map<String, MessageOutcome> rules() {
        return new TreeMap<>(rules);
    }

    MessageOutcome of(String destination) {
        Map<String, MessageOutcome> known = rules;
        if (known.isEmpty()) {
            return MessageOutcome.DELIVERED;
        }
        String number = number(destination);
        for (int length = Math.min(longest, number.length()); length >= 0; length--) {
            MessageOutcome found = known.get(number.substring(0, length));
            if (found != null) {
                return found;
            }
        }
        return MessageOutcome.DELIVERED;
    }

    /** People write +45, the wire carries 45. */
    private static String number(String written) {
        return written.startsWith("+") ? written.substring(1) : written;
    }
}
