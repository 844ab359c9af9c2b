package org.smppra.simulator.tool;

import java.util.List;
import org.smppra.simulator.Outcomes;
import org.smppra.simulator.tool.http.Subject;

/** What becomes of messages. */
final class OutcomeCommands {
    private final Subject subject;
    private final Outcomes outcomes;

    OutcomeCommands(Subject subject) {
        this.subject = subject;
        this.outcomes = subject.simulator().outcomes();
    }

    List<Command> all() {
        return List.of(
                new Command("outcomes", "what becomes of messages, by destination", words -> show()),
                new Command(
                        "outcome PREFIX=STATE:ERR | PREFIX off",
                        "such as: outcome +4599=UNDELIV:019:delay=5s",
                        this::change));
    }

    private void show() {
        outcomes.rules().forEach((prefix, outcome) -> subject.output().say("  +" + prefix + "=" + outcome));
        subject.output().say("  all other: DELIVRD:000");
    }

    private void change(Words words) {
        if (words.size() == 2 && words.word(1).equals("off")) {
            if (!outcomes.remove(words.word(0))) {
                throw new IllegalArgumentException("there is none for " + words.word(0));
            }
        } else {
            OutcomeOption rule = OutcomeOption.parse(words.from(0));
            outcomes.put(rule.prefix(), rule.outcome());
        }
        show();
    }
}
