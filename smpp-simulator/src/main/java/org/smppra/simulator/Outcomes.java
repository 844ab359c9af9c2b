package org.smppra.simulator;

import java.util.List;

/** Decides by destination what becomes of a message; the longest prefix wins. */
record Outcomes(List<Rule> rules) {
    record Rule(String prefix, MessageOutcome outcome) {
        /** People write +45, the wire carries 45. */
        Rule {
            prefix = prefix.startsWith("+") ? prefix.substring(1) : prefix;
        }
    }

    Outcomes {
        rules = List.copyOf(rules);
    }

    MessageOutcome of(String destination) {
        String number = destination.startsWith("+") ? destination.substring(1) : destination;
        MessageOutcome best = MessageOutcome.DELIVERED;
        int length = -1;
        for (Rule rule : rules) {
            if (rule.prefix.length() > length && number.startsWith(rule.prefix)) {
                best = rule.outcome;
                length = rule.prefix.length();
            }
        }
        return best;
    }
}
