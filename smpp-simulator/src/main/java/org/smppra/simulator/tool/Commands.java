package org.smppra.simulator.tool;

import java.util.List;
import java.util.Locale;
import org.smppra.message.Tlvs;
import org.smppra.simulator.BindView;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.StoredMessage;

/** What can be typed while the simulator runs. */
final class Commands {
    private static final String HELP =
            """
            stop HOST               maintenance of host a or b: unbind, answer what still comes, close
            start HOST              listen again
            kill HOST               a crash: reset all connections
            binds                   who is bound
            messages                the newest messages
            report SYSTEMID TEXT    send TEXT as a delivery report, letter for letter
            quit                    end the simulator
            """;
    private static final int SHOWN = 20;

    private final Simulator simulator;
    private final Output output;
    private final Content content;

    Commands(Simulator simulator, Output output, boolean showContent) {
        this.simulator = simulator;
        this.output = output;
        this.content = new Content(showContent);
    }

    /** @return false to quit */
    boolean obey(String line) {
        String[] words = line.split("\\s+", 3);
        try {
            switch (words[0]) {
                case "" -> {}
                case "stop" -> host(words).stop();
                case "start" -> host(words).start();
                case "kill" -> host(words).kill();
                case "binds" -> binds();
                case "messages" -> messages();
                case "report" -> report(words);
                case "help" -> HELP.lines().forEach(output::say);
                case "quit", "exit" -> {
                    return false;
                }
                default -> output.say("unknown command " + words[0] + "; type help");
            }
        } catch (RuntimeException e) {
            output.say(String.valueOf(e.getMessage()));
        }
        return true;
    }

    private SimulatedHost host(String[] words) {
        if (words.length < 2) {
            throw new IllegalArgumentException("which host? " + words[0] + " a or " + words[0] + " b");
        }
        return simulator.host(words[1]);
    }

    private void binds() {
        for (SimulatedHost host : simulator.hosts()) {
            List<BindView> binds = host.binds();
            output.say(host + ", " + binds.size() + " bound, " + host.connections() + " connections");
            for (BindView bind : binds) {
                output.say("  " + bind.systemId() + " as "
                        + bind.bindType().name().toLowerCase(Locale.ROOT) + " from " + bind.remote() + ", "
                        + simulator.reportsWaiting(bind.systemId()) + " reports unacknowledged");
            }
        }
    }

    private void messages() {
        List<StoredMessage> all = simulator.messages();
        for (StoredMessage message : all.subList(Math.max(0, all.size() - SHOWN), all.size())) {
            output.say("  " + message.messageId() + " at " + message.host() + " of " + message.systemId() + " to "
                    + content.number(message.submitSm().destination()) + " " + content.text(message.submitSm()));
        }
        output.say(simulator.messageCount() + " messages in all");
    }

    private void report(String[] words) {
        if (words.length < 3) {
            throw new IllegalArgumentException("report SYSTEMID TEXT");
        }
        simulator.sendReport(words[1], words[2], Tlvs.empty());
    }
}
