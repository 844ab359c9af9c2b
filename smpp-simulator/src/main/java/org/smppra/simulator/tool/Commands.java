package org.smppra.simulator.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import org.smppra.simulator.tool.http.Subject;
import org.smppra.simulator.tool.log.Output;

/** What can be typed while the simulator runs. */
final class Commands {
    private static final String HELP_LINE = "%-40s%s";

    private final Output output;
    private final Map<String, Command> byName = new LinkedHashMap<>();

    Commands(Subject subject) {
        this.output = subject.output();
        new HostCommands(subject).all().forEach(this::add);
        new BehaviourCommands(subject).all().forEach(this::add);
        new OutcomeCommands(subject).all().forEach(this::add);
        new DeliveryCommands(subject).all().forEach(this::add);
    }

    private void add(Command command) {
        byName.put(command.name(), command);
    }

    /** @return false to quit */
    boolean obey(String line) {
        String[] parts = line.strip().split("\\s+", 2);
        switch (parts[0]) {
            case "" -> {}
            case "help" -> help();
            case "quit", "exit" -> {
                return false;
            }
            default -> obey(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        return true;
    }

    private void obey(String name, String rest) {
        Command command = byName.get(name);
        if (command == null) {
            output.say("no command " + name + "; there are " + String.join(", ", byName.keySet()) + ", help, quit");
            return;
        }
        try {
            command.deed().accept(Words.of(command.form(), rest));
        } catch (RuntimeException e) {
            output.say(name + ": " + e.getMessage());
        }
    }

    private void help() {
        for (Command command : byName.values()) {
            output.say(String.format(HELP_LINE, command.form(), command.help()));
        }
        output.say(String.format(HELP_LINE, "quit", "end the simulator"));
    }
}
