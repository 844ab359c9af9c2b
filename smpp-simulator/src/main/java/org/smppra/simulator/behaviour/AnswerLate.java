package org.smppra.simulator.behaviour;

import java.time.Duration;

/** Answers later; those that come meanwhile overtake it. */
final class AnswerLate implements Fault {
    static final Parameter<Duration> DELAY = Parameters.duration("delay", "2s", "How late.");

    private final Duration delay;
    private final CommandGroup commands;
    private final Strikes strikes;

    AnswerLate(Behaviour settings, Strikes strikes) {
        this.delay = settings.get(DELAY);
        this.commands = CommandGroup.of(settings.get(Settings.COMMAND));
        this.strikes = strikes;
    }

    @Override
    public boolean takes(Line line, Answer answer) {
        if (!answer.answers(commands) || !strikes.strike(line)) {
            return false;
        }
        line.later(delay, () -> answer.send(line));
        return true;
    }
}
