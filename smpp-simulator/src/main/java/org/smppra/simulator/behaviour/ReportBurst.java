package org.smppra.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;

/** Nothing for a long time, then thousands of reports that nobody can answer in time. */
final class ReportBurst implements Fault {
    static final Parameter<Integer> SIZE = Parameters.number("size", 1, 25_000, "1000", "How many come at once.");

    private final int size;
    private final Strikes strikes;
    private List<Runnable> held = new ArrayList<>();
    private boolean over;

    ReportBurst(Behaviour settings, Strikes strikes) {
        this.size = settings.get(SIZE);
        this.strikes = strikes;
    }

    @Override
    public ReportWay way(Line line, ReportWay soFar) {
        return strikes.concerns(line) ? new ReportWay(soFar.notOnHost(), true) : soFar;
    }

    @Override
    public boolean holdsReport(Line line, Runnable release) {
        if (!strikes.strike(line)) {
            return false;
        }
        List<Runnable> ready = List.of();
        synchronized (this) {
            if (over) {
                return false;
            }
            held.add(release);
            if (held.size() >= size) {
                ready = held;
                held = new ArrayList<>();
            }
        }
        ready.forEach(Runnable::run);
        return true;
    }

    @Override
    public void over() {
        List<Runnable> rest;
        synchronized (this) {
            over = true;
            rest = held;
            held = new ArrayList<>();
        }
        rest.forEach(Runnable::run);
    }
}
