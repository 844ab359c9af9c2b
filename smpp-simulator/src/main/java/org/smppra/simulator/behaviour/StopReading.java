package org.smppra.simulator.behaviour;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads nothing, so that the client's writes come to a stand when the buffers between are full. */
final class StopReading implements Fault {
    static final Parameter<Optional<Duration>> PAUSE =
            Parameters.limitOfTime("pause", "How long each strike lasts; without it until switched off.");

    private final Optional<Duration> pause;
    private final Strikes strikes;
    /** Until when it reads nothing. */
    private final Map<Line, Long> held = new ConcurrentHashMap<>();

    StopReading(Behaviour settings, Strikes strikes) {
        this.pause = settings.get(PAUSE);
        this.strikes = strikes;
    }

    @Override
    public boolean holdsReading(Line line) {
        Long until = held.get(line);
        if (until == null) {
            if (!strikes.strike(line)) {
                return false;
            }
            long now = strikes.nowMillis();
            held.put(line, pause.map(each -> now + each.toMillis()).orElse(Long.MAX_VALUE));
            return true;
        }
        if (!strikes.isOver() && strikes.nowMillis() < until) {
            return true;
        }
        held.remove(line);
        return false;
    }

    @Override
    public void gone(Line line) {
        held.remove(line);
    }
}
