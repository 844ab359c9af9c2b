package org.smppra.simulator.tool;

import java.util.List;
import org.smppra.simulator.behaviour.ActiveBehaviour;
import org.smppra.simulator.behaviour.Behaviour;
import org.smppra.simulator.behaviour.BehaviourKind;
import org.smppra.simulator.behaviour.Behaviours;
import org.smppra.simulator.behaviour.Parameter;
import org.smppra.simulator.tool.http.Subject;
import org.smppra.simulator.tool.log.Output;

/** Bad days. */
final class BehaviourCommands {
    private final Behaviours behaviours;
    private final Output output;

    BehaviourCommands(Subject subject) {
        this.behaviours = subject.simulator().behaviours();
        this.output = subject.output();
    }

    List<Command> all() {
        return List.of(
                new Command("behaviours [NAME]", "what can go wrong, and what does now", this::show),
                new Command(
                        "on NAME [PARAMETER=VALUE ...]",
                        "make it go wrong, such as: on answer-late delay=2s host=a for=30s",
                        this::on),
                new Command("off NUMBER | NAME | all", "good manners again", this::off));
    }

    private void show(Words words) {
        if (words.isEmpty()) {
            for (BehaviourKind kind : BehaviourKind.catalogue()) {
                output.say(String.format("%-22s%s", kind.name(), kind.description()));
            }
            output.say("behaviours NAME shows its parameters");
            showActive();
        } else {
            show(kind(words.word(0)));
        }
    }

    private static BehaviourKind kind(String name) {
        return Behaviour.named(name).kind();
    }

    private void show(BehaviourKind kind) {
        output.say(kind.name() + ": " + kind.description());
        for (Parameter<?> parameter : kind.parameters()) {
            String otherwise = parameter.byDefault().isEmpty() ? "" : "; " + parameter.byDefault() + " unless said";
            output.say(String.format(
                    "  %-10s %s (%s%s)", parameter.name(), parameter.description(), parameter.form(), otherwise));
        }
    }

    private void showActive() {
        List<ActiveBehaviour> active = behaviours.active();
        output.say(active.isEmpty() ? "nothing is on" : "on now:");
        active.forEach(each -> output.say("  " + each));
    }

    private void on(Words words) {
        output.say("switched on " + behaviours.switchOn(words.from(0)));
    }

    private void off(Words words) {
        String which = words.word(0);
        int count = which.equals("all") ? behaviours.switchOffAll() : off(which);
        output.say(count + " switched off");
    }

    private int off(String which) {
        if (!which.matches("[0-9]{1,18}")) {
            return behaviours.switchOff(which);
        }
        if (!behaviours.switchOff(Long.parseLong(which))) {
            throw new IllegalArgumentException("number " + which + " is not on; behaviours shows what is");
        }
        return 1;
    }
}
