package org.smppra.simulator.tool;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.smppra.simulator.BindView;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.StoredMessage;
import org.smppra.simulator.behaviour.DurationText;
import org.smppra.simulator.tool.http.Subject;

/** Hosts, binds and messages. */
final class HostCommands {
    private static final int SHOWN = 20;

    private final Subject subject;

    HostCommands(Subject subject) {
        this.subject = subject;
    }

    List<Command> all() {
        return List.of(
                new Command(
                        "stop HOST", "host a or b unbinds, answers what still comes, closes", on(SimulatedHost::stop)),
                new Command("start HOST", "listen again", on(SimulatedHost::start)),
                new Command(
                        "maintenance HOST [TIME]",
                        "as the provider does it: stop, and be back after that time (10s)",
                        this::maintenance),
                new Command("kill HOST", "a crash: reset all connections", on(SimulatedHost::kill)),
                new Command("binds", "who is bound", words -> binds()),
                new Command("messages", "the newest messages", words -> messages()));
    }

    private Consumer<Words> on(Consumer<SimulatedHost> deed) {
        return words -> deed.accept(subject.simulator().host(words.word(0)));
    }

    private void maintenance(Words words) {
        Duration down = words.size() > 1 ? DurationText.parse(words.word(1)) : Duration.ofSeconds(10);
        subject.maintain(words.word(0), down);
    }

    private void binds() {
        for (SimulatedHost host : subject.simulator().hosts()) {
            List<BindView> binds = host.binds();
            subject.output().say(host + ", " + binds.size() + " bound, " + host.connections() + " connections");
            for (BindView bind : binds) {
                subject.output()
                        .say("  " + bind.systemId() + " as "
                                + bind.bindType().name().toLowerCase(Locale.ROOT) + " from " + bind.remote() + ", "
                                + subject.simulator().reportsWaiting(bind.systemId()) + " reports unacknowledged");
            }
        }
    }

    private void messages() {
        List<StoredMessage> newest = subject.traffic().messages(SHOWN);
        for (int i = newest.size() - 1; i >= 0; i--) {
            StoredMessage message = newest.get(i);
            subject.output()
                    .say("  " + message.messageId() + " at " + message.host() + " of " + message.systemId() + " to "
                            + subject.content().number(message.submitSm().destination()) + " "
                            + subject.content().text(message.submitSm()));
        }
        subject.output().say(subject.simulator().messageCount() + " messages in all");
    }
}
