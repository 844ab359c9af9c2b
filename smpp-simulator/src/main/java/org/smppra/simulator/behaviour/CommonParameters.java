package org.smppra.simulator.behaviour;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be said of every behaviour: whom it strikes, how often, and for how long. */
final class CommonParameters {
    static final Parameter<String> HOST =
            Parameters.choice("host", List.of("a", "b"), "", "Only on this host; without it on both.");
    static final Parameter<String> SYSTEM_ID =
            Parameters.text("systemId", 15, "a system_id", "", "Only binds of this account.");
    static final Parameter<String> REMOTE = Parameters.text(
            "remote",
            100,
            "an address and port such as 127.0.0.1:50123",
            "",
            "Only the connection from here: one bind; the list of binds shows it.");
    static final Parameter<String> BIND_TYPE = Parameters.choice(
            "bindType", List.of("transmitter", "receiver", "transceiver"), "", "Only binds of this type.");
    static final Parameter<Integer> EVERY = Parameters.number(
            "every", 1, Integer.MAX_VALUE, "1", "Strikes each occasion of so many, the last of them.");
    static final Parameter<Double> CHANCE =
            Parameters.percentage("chance", "Strikes by chance so many occasions of a hundred.");
    static final Parameter<Integer> ABOVE = Parameters.number(
            "above", 0, Integer.MAX_VALUE, "0", "Strikes what is above so many occasions in one second.");
    static final Parameter<Long> COUNT = Parameters.limit("count", "Strikes so often, then no more.");
    static final Parameter<Optional<Duration>> FOR =
            Parameters.limitOfTime("for", "Switched off after this time, by the simulator's clock.");

    /** In the order in which help shows them. */
    static final List<Parameter<?>> ALL = List.of(HOST, SYSTEM_ID, REMOTE, BIND_TYPE, EVERY, CHANCE, ABOVE, COUNT, FOR);
    /** Those that can be told of a connection that is not bound. */
    static final List<Parameter<?>> BEFORE_BIND = List.of(HOST, REMOTE, EVERY, CHANCE, ABOVE, COUNT, FOR);

    private CommonParameters() {}
}
