package org.smppra.simulator.tool;

import java.time.Duration;
import java.util.List;
import org.smppra.simulator.Simulator;
import picocli.CommandLine.Option;

/** When and how messages are reported. */
final class OutcomeOptions {
    @Option(
            names = "--report-delay",
            paramLabel = "MILLIS",
            defaultValue = "500",
            description = "From a message to its delivery report; ${DEFAULT-VALUE}.")
    private long reportDelay;

    @Option(
            names = "--outcome",
            paramLabel = "PREFIX=STAT:ERR",
            converter = OutcomeOption.Converter.class,
            description = {
                "What becomes of messages to numbers that begin so, such as +4599=UNDELIV:019; may be repeated.",
                "Without a fitting one a message is DELIVRD:000."
            })
    private List<OutcomeOption> outcomes = List.of();

    void applyTo(Simulator.Builder builder) {
        builder.reportDelay(Duration.ofMillis(reportDelay));
        outcomes.forEach(rule -> builder.outcome(rule.prefix(), rule.stat(), rule.err()));
    }
}
