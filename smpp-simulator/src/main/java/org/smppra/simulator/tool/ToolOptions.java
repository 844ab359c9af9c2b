package org.smppra.simulator.tool;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What can be said on the command line, by subject; {@link HelpSections} shows them so. */
final class ToolOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    private boolean help;

    @Mixin(name = "The two hosts")
    private final HostOptions hosts = new HostOptions();

    @Mixin(name = "What becomes of messages")
    private final OutcomeOptions outcomes = new OutcomeOptions();

    @Mixin(name = "Bad days")
    private final BehaviourOptions behaviours = new BehaviourOptions();

    @Mixin(name = "Load that the simulator makes")
    private final LoadOptions load = new LoadOptions();

    @Mixin(name = "Status page and JSON API")
    private final HttpOptions http = new HttpOptions();

    @Mixin(name = "What is shown")
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
