package org.smppra.simulator;

import java.util.stream.Collectors;
import org.smppra.message.Tlvs;

/** The commands that can be typed while the simulator runs. */
final class Console {
    private static final String HELP =
            """
            stop HOST              unbind gracefully and close, as in maintenance
            kill HOST              reset all connections at once
            start HOST             listen again
            binds                  who is bound
            messages               how many messages were accepted
            report SYSTEM_ID TEXT  send a report of exactly this text
            quit                   end""";

    private final Simulator simulator;
    private final Runnable quit;

    Console(Simulator simulator, Runnable quit) {
        this.simulator = simulator;
        this.quit = quit;
    }

    /** @return what to show */
    String execute(String line) {
        String[] words = line.split("\\s+", 3);
        try {
            return switch (words[0]) {
                case "" -> "";
                case "stop" -> host(words, SimulatedHost::stop, "stopped");
                case "kill" -> host(words, SimulatedHost::kill, "killed");
                case "start" -> host(words, SimulatedHost::start, "started");
                case "binds" -> binds();
                case "messages" -> simulator.messageCount() + " messages accepted";
                case "report" -> report(words);
                case "help" -> HELP;
                case "quit" -> {
                    quit.run();
                    yield "bye";
                }
                default -> "unknown command '" + words[0] + "'; help shows all";
            };
        } catch (RuntimeException e) {
            return words[0] + ": " + e.getMessage();
        }
    }

    private interface Step {
        void of(SimulatedHost host);
    }

    private String host(String[] words, Step step, String done) {
        if (words.length < 2) {
            return words[0] + ": name a host, a or b";
        }
        step.of(simulator.host(words[1]));
        return "host " + words[1] + " " + done;
    }

    private String binds() {
        return simulator.hosts().stream()
                .map(host -> "host " + host.name() + (host.isListening() ? "" : " (stopped)") + ": "
                        + (host.binds().isEmpty()
                                ? "no binds"
                                : host.binds().stream()
                                        .map(bind ->
                                                bind.systemId() + " " + bind.bind() + " from " + bind.remoteAddress())
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private String report(String[] words) {
        if (words.length < 3) {
            return "report: give a system_id and a text";
        }
        simulator.sendReport(words[1], words[2], Tlvs.empty());
        return "report queued for " + words[1];
    }
}
