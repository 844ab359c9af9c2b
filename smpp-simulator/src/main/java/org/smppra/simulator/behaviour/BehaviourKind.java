package org.smppra.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An entry of the catalogue: a behaviour by its name, and what can be said of it. */
public final class BehaviourKind {
    /** Makes what disturbs the pipeline. */
    interface Factory {
        Fault make(Behaviour settings, Strikes strikes);
    }

    private final String name;
    private final String description;
    private final List<Parameter<?>> own;
    private final List<Parameter<?>> common;
    private final Factory factory;
    private final boolean lasting;

    private BehaviourKind(
            String name,
            String description,
            List<Parameter<?>> own,
            List<Parameter<?>> common,
            Factory factory,
            boolean lasting) {
        this.name = name;
        this.description = description;
        this.own = List.copyOf(own);
        this.common = common;
        this.factory = factory;
        this.lasting = lasting;
    }

    static BehaviourKind of(String name, String description, Factory factory, Parameter<?>... own) {
        return new BehaviourKind(name, description, List.of(own), CommonParameters.ALL, factory, false);
    }

    /** One that strikes connections before their bind, whose account and type nobody knows. */
    static BehaviourKind beforeBind(String name, String description, Factory factory, Parameter<?>... own) {
        return new BehaviourKind(name, description, List.of(own), CommonParameters.BEFORE_BIND, factory, false);
    }

    /** The same, but what it struck stays struck, also behind its count, until it is switched off. */
    BehaviourKind lasting() {
        return new BehaviourKind(name, description, own, common, factory, true);
    }

    boolean isLasting() {
        return lasting;
    }

    /** All behaviours there are, in the order in which a help text shows them. */
    public static List<BehaviourKind> catalogue() {
        return Catalogue.ALL;
    }

    /** Such as {@code answer-late}. */
    public String name() {
        return name;
    }

    /** One line. */
    public String description() {
        return description;
    }

    /** What only this behaviour has. */
    public List<Parameter<?>> ownParameters() {
        return own;
    }

    /** Whom it strikes, how often, and for how long: the same for nearly all behaviours. */
    public List<Parameter<?>> commonParameters() {
        return common;
    }

    /** Its own first. */
    public List<Parameter<?>> parameters() {
        List<Parameter<?>> all = new ArrayList<>(own);
        all.addAll(common);
        return all;
    }

    Optional<Parameter<?>> parameter(String called) {
        return parameters().stream().filter(each -> each.name().equals(called)).findFirst();
    }

    Fault fault(Behaviour settings, Strikes strikes) {
        return factory.make(settings, strikes);
    }

    @Override
    public String toString() {
        return name;
    }
}
