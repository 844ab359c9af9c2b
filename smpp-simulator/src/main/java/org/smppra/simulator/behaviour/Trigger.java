package org.smppra.simulator.behaviour;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When a behaviour strikes that needs no request: at requests all the same, or by time. */
final class Trigger {
    private final CommandGroup commands;
    private final long intervalMillis;
    private final Strikes strikes;
    private final Map<Line, Long> nextMillis = new ConcurrentHashMap<>();

    Trigger(Behaviour settings, Strikes strikes) {
        if (settings.says(Settings.OCCASION) && settings.says(Settings.INTERVAL)) {
            throw new InvalidBehaviourException(
                    settings.name() + ": say command or interval, not both: it strikes at requests or by time");
        }
        this.commands = CommandGroup.of(settings.get(Settings.OCCASION));
        this.intervalMillis = settings.get(Settings.INTERVAL).toMillis();
        this.strikes = strikes;
    }

    /** Whether it strikes at this answer. */
    boolean at(Line line, Answer answer) {
        return answer.answers(commands) && strikes.strike(line);
    }

    /** Whether it strikes now. */
    boolean now(Line line, long nowMillis) {
        if (commands != CommandGroup.NONE || !line.isBound() || !strikes.concerns(line)) {
            return false;
        }
        Long next = nextMillis.get(line);
        if (next != null && nowMillis < next) {
            return false;
        }
        nextMillis.put(line, nowMillis + intervalMillis);
        return strikes.strike(line);
    }

    void gone(Line line) {
        nextMillis.remove(line);
    }
}
