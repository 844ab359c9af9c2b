package org.smppra.simulator;

import java.util.List;

/** How messages to numbers that begin with a prefix end: the stat and err of their report. */
record Outcome(String prefix, String stat, String err) {
    static final Outcome DELIVERED = new Outcome("", "DELIVRD", "000");

    /** The one with the longest prefix of the number. */
    static Outcome of(List<Outcome> outcomes, String number) {
        Outcome best = DELIVERED;
        for (Outcome outcome : outcomes) {
            if (number.startsWith(outcome.prefix) && outcome.prefix.length() >= best.prefix.length()) {
                best = outcome;
            }
        }
        return best;
    }
}
