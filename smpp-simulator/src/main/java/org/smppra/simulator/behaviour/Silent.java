package org.smppra.simulator.behaviour;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accepts the socket and says nothing. */
final class Silent implements Fault {
    private final Strikes strikes;
    private final Set<Line> silenced = ConcurrentHashMap.newKeySet();

    Silent(Behaviour settings, Strikes strikes) {
        this.strikes = strikes;
    }

    @Override
    public boolean silences(Line line) {
        if (silenced.contains(line)) {
            return !strikes.isOver();
        }
        return strikes.strike(line) && silenced.add(line);
    }

    @Override
    public void gone(Line line) {
        silenced.remove(line);
    }
}
