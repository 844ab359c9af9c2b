package org.smppra.simulator.behaviour;

import java.time.Instant;

/** A behaviour that was switched on. All methods are safe in any thread. */
public final class ActiveBehaviour implements AutoCloseable {
    private final long id;
    private final Behaviour behaviour;
    private final Instant since;
    private final Strikes strikes;
    private final Fault fault;
    private final Disturbances owner;

    ActiveBehaviour(long id, Behaviour behaviour, Instant since, Strikes strikes, Fault fault, Disturbances owner) {
        this.id = id;
        this.behaviour = behaviour;
        this.since = since;
        this.strikes = strikes;
        this.fault = fault;
        this.owner = owner;
    }

    /** From 1, in the order of switching on. */
    public long id() {
        return id;
    }

    public Behaviour behaviour() {
        return behaviour;
    }

    /** When it was switched on, by the simulator's clock. */
    public Instant since() {
        return since;
    }

    /** How often it struck. */
    public long struck() {
        return strikes.struck();
    }

    /** False when it was switched off, its time is over, or it struck as often as it should and holds nobody. */
    public boolean isOn() {
        return !strikes.isOver() && (behaviour.kind().isLasting() || strikes.isOn());
    }

    /** Good manners from now on; what was held back goes out. Does nothing the second time. */
    public void switchOff() {
        strikes.switchOff();
        owner.prune();
    }

    /** {@link #switchOff()}, for a try block. */
    @Override
    public void close() {
        switchOff();
    }

    Fault fault() {
        return fault;
    }

    /** Such as {@code 3: answer-late delay=2s, struck 17 times}. */
    @Override
    public String toString() {
        return id + ": " + behaviour + ", struck " + struck() + " times";
    }
}
