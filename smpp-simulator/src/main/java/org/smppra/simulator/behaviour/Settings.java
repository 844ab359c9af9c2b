package org.smppra.simulator.behaviour;

import java.time.Duration;

/** Parameters that several behaviours share. */
final class Settings {
    static final Parameter<String> COMMAND =
            Parameters.choice("command", CommandGroup.WORDS, "submit_sm", "Which requests it strikes.");
    static final Parameter<String> OCCASION = Parameters.choice(
            "command", CommandGroup.WORDS, "", "Strikes at these requests; without it by time, each bind by itself.");
    static final Parameter<Duration> INTERVAL = Parameters.duration(
            "interval", "1s", "Where no command is said: from one strike to the next, a bind; the first at once.");

    private Settings() {}
}
