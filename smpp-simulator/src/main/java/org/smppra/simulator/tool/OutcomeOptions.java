package org.smppra.simulator.tool;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.simulator.SimulatorBuilder;
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
            paramLabel = "PREFIX=STATE:ERR",
            converter = OutcomeOption.Converter.class,
            description =
                    "What becomes of messages to numbers that begin so, such as +4599=UNDELIV:019; may be repeated, the "
                            + "longest prefix wins. Without a fitting one a message is DELIVRD:000. May go on as in "
                            + "+4599=UNDELIV:019:delay=5s:enroute=before, with before or after for a report ENROUTE too.")
    private List<OutcomeOption> outcomes = List.of();

    @Option(
            names = "--outcomes",
            paramLabel = "FILE",
            description = "The same from a file, a rule a line; what begins with # is a remark.")
    private @Nullable Path file;

    void applyTo(SimulatorBuilder builder) throws CannotStartException {
        builder.reportDelay(Duration.ofMillis(reportDelay));
        if (file != null) {
            OutcomeFile.read(file).forEach(rule -> builder.outcome(rule.prefix(), rule.outcome()));
        }
        // Behind the file: what is typed wins.
        outcomes.forEach(rule -> builder.outcome(rule.prefix(), rule.outcome()));
    }
}
