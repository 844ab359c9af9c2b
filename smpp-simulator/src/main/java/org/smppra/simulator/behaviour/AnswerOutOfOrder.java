package org.smppra.simulator.behaviour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps answers and turns them round. */
final class AnswerOutOfOrder implements Fault {
    static final Parameter<Integer> SIZE =
            Parameters.number("size", 2, 10_000, "10", "How many answers are turned round, a bind.");
    static final Parameter<Duration> WAIT =
            Parameters.duration("wait", "1s", "How long the first waits for the others at most.");

    private final int size;
    private final Duration wait;
    private final CommandGroup commands;
    private final Strikes strikes;
    private final Map<Line, List<Answer>> kept = new HashMap<>();

    AnswerOutOfOrder(Behaviour settings, Strikes strikes) {
        this.size = settings.get(SIZE);
        this.wait = settings.get(WAIT);
        this.commands = CommandGroup.of(settings.get(Settings.COMMAND));
        this.strikes = strikes;
    }

    @Override
    public synchronized boolean takes(Line line, Answer answer) {
        if (!answer.answers(commands) || !strikes.strike(line)) {
            return false;
        }
        List<Answer> group = kept.computeIfAbsent(line, any -> new ArrayList<>());
        group.add(answer);
        if (group.size() == size) {
            release(line, group);
        } else if (group.size() == 1) {
            line.later(wait, () -> release(line, group));
        }
        return true;
    }

    /** Does nothing for a group that was released. */
    private synchronized void release(Line line, List<Answer> group) {
        if (kept.get(line) == group) {
            kept.remove(line);
            Collections.reverse(group);
            group.forEach(answer -> answer.send(line));
        }
    }

    @Override
    public synchronized void gone(Line line) {
        kept.remove(line);
    }

    @Override
    public synchronized void over() {
        Map.copyOf(kept).forEach(this::release);
    }
}
