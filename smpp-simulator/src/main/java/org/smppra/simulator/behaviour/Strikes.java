package org.smppra.simulator.behaviour;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;

/** Decides whether an occasion is struck, and counts: whom, how often, how long. */
final class Strikes {
    private static final long SECOND = 1_000;

    private final Clock clock;
    private final String host;
    private final String systemId;
    private final String remote;
    private final String bindType;
    private final int every;
    private final double chance;
    private final int above;
    private final long most;
    private final long endMillis;
    /** Always the same row, so that a run can be repeated. */
    private final Random random = new Random(1);

    private long occasions;
    private long windowBeganMillis;
    private int inWindow;
    private long struck;
    private volatile boolean off;

    Strikes(Behaviour settings, Clock clock) {
        this.clock = clock;
        this.host = settings.get(CommonParameters.HOST);
        this.systemId = settings.get(CommonParameters.SYSTEM_ID);
        this.remote = settings.get(CommonParameters.REMOTE);
        this.bindType = settings.get(CommonParameters.BIND_TYPE);
        this.every = settings.get(CommonParameters.EVERY);
        this.chance = settings.get(CommonParameters.CHANCE);
        this.above = settings.get(CommonParameters.ABOVE);
        this.most = settings.get(CommonParameters.COUNT);
        long now = clock.millis();
        this.endMillis = settings.get(CommonParameters.FOR)
                .map(Duration::toMillis)
                .map(millis -> now + millis)
                .orElse(Long.MAX_VALUE);
        this.windowBeganMillis = now;
    }

    /** Whether it is this connection's turn; counts one occasion. */
    synchronized boolean strike(Line line) {
        if (!concerns(line) || !isOn() || !isDue()) {
            return false;
        }
        struck++;
        return true;
    }

    private boolean isDue() {
        if (above > 0 && !isAbove()) {
            return false;
        }
        occasions++;
        return occasions % every == 0 && (chance >= 1 || random.nextDouble() < chance);
    }

    private boolean isAbove() {
        long now = clock.millis();
        if (now - windowBeganMillis >= SECOND || now < windowBeganMillis) {
            windowBeganMillis = now;
            inWindow = 0;
        }
        inWindow++;
        return inWindow > above;
    }

    long nowMillis() {
        return clock.millis();
    }

    boolean concerns(Line line) {
        return is(host, line.host())
                && is(systemId, line.systemId())
                && is(remote, line.remote())
                && is(bindType, line.bindType());
    }

    private static boolean is(String wanted, String actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }

    synchronized long struck() {
        return struck;
    }

    /** Whether more can be struck. */
    synchronized boolean isOn() {
        return !isOver() && struck < most;
    }

    /** Whether it is switched off, or its time is over: then also what was struck is set free. */
    boolean isOver() {
        return off || clock.millis() >= endMillis;
    }

    void switchOff() {
        off = true;
    }
}
