package org.smppra.simulator.behaviour;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers later; those that come meanwhile overtake it. */
final class AnswerLate implements Fault {
    static final Parameter<Duration> DELAY = Parameters.duration("delay", "2s", "How late.");

    /** Beyond them answers are in time: a client that goes on asking must not fill the memory. */
    private static final int MOST_WAITING = 100_000;

    private final AtomicInteger waiting = new AtomicInteger();
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
        if (!answer.answers(commands) || waiting.get() >= MOST_WAITING || !strikes.strike(line)) {
            return false;
        }
        waiting.incrementAndGet();
        line.later(delay, () -> {
            waiting.decrementAndGet();
            answer.send(line);
        });
        return true;
    }
}
