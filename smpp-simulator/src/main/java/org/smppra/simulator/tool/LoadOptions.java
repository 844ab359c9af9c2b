package org.smppra.simulator.tool;

import org.jspecify.annotations.Nullable;
import org.smppra.simulator.tool.traffic.LoadOrder;
import picocli.CommandLine.Option;

/** What the simulator sends of itself. */
final class LoadOptions {
    @Option(
            names = "--load-reports",
            paramLabel = "RATE",
            defaultValue = "0",
            description = "Delivery reports a second, from the start; 0 to 20000.")
    private double reports;

    @Option(
            names = "--load-messages",
            paramLabel = "RATE",
            defaultValue = "0",
            description = "Mobile-originated messages a second, from the start; 0 to 20000.")
    private double messages;

    @Option(
            names = "--load-account",
            paramLabel = "ID",
            description = "Only to this account; else to each that can receive, in turn.")
    private @Nullable String systemId;

    LoadOrder order() throws CannotStartException {
        try {
            return new LoadOrder(reports, messages, systemId, null);
        } catch (IllegalArgumentException e) {
            throw new CannotStartException("--load-reports, --load-messages: " + e.getMessage(), e);
        }
    }
}
