package org.smppra.simulator.tool;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What can be said on the command line. */
final class ToolOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    private boolean help;

    @ArgGroup(validate = false, heading = "%nThe two hosts%n")
    private final HostOptions hosts = new HostOptions();

    @ArgGroup(validate = false, heading = "%nWhat becomes of messages%n")
    private final OutcomeOptions outcomes = new OutcomeOptions();

    @ArgGroup(validate = false, heading = "%nBad days%n")
    private final BehaviourOptions behaviours = new BehaviourOptions();

    @ArgGroup(validate = false, heading = "%nLoad that the simulator makes%n")
    private final LoadOptions load = new LoadOptions();

    @ArgGroup(validate = false, heading = "%nStatus page and JSON API%n")
    private final HttpOptions http = new HttpOptions();

    @ArgGroup(validate = false, heading = "%nWhat is shown%n")
    private final ShowOptions show = new ShowOptions();

    HostOptions hosts() {
        return hosts;
    }

    OutcomeOptions outcomes() {
        return outcomes;
    }

    BehaviourOptions behaviours() {
        return behaviours;
    }

    LoadOptions load() {
        return load;
    }

    HttpOptions http() {
        return http;
    }

    ShowOptions show() {
        return show;
    }
}
