package org.smppra.simulator.behaviour;

import java.util.List;

/** The bad days of one simulator: switched on, switched off, counted. All methods are safe in any thread. */
public final class Behaviours {
    private final Disturbances disturbances;

    Behaviours(Disturbances disturbances) {
        this.disturbances = disturbances;
    }

    /**
     * Switches on what {@link Behaviour#parse} reads from {@code text}.
     *
     * @throws InvalidBehaviourException naming the behaviour or the parameter, and what may be
     */
    public ActiveBehaviour switchOn(String text) {
        return switchOn(Behaviour.parse(text));
    }

    /**
     * From now on, for connections that are there and those that come. The same may be on several times.
     *
     * @throws IllegalStateException if 100 are on
     */
    public ActiveBehaviour switchOn(Behaviour behaviour) {
        return disturbances.switchOn(behaviour);
    }

    /**
     * @param id of {@link ActiveBehaviour#id()}
     * @return false if it is not on
     */
    public boolean switchOff(long id) {
        return switchOff(disturbances.active().stream()
                        .filter(each -> each.id() == id)
                        .toList())
                > 0;
    }

    /**
     * All of this name.
     *
     * @return how many were on
     * @throws InvalidBehaviourException if there is no such behaviour
     */
    public int switchOff(String name) {
        BehaviourKind kind = Catalogue.kind(name);
        return switchOff(disturbances.active().stream()
                .filter(each -> each.behaviour().kind() == kind)
                .toList());
    }

    /** @return how many were on */
    public int switchOffAll() {
        return switchOff(disturbances.active());
    }

    private static int switchOff(List<ActiveBehaviour> those) {
        those.forEach(ActiveBehaviour::switchOff);
        return those.size();
    }

    /** Those that are on, in the order of switching on. */
    public List<ActiveBehaviour> active() {
        return disturbances.active();
    }

    /** Those that were on, the newest 100, the oldest first. */
    public List<ActiveBehaviour> ended() {
        return disturbances.ended();
    }
}
