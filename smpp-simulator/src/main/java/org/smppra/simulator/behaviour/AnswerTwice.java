package org.smppra.simulator.behaviour;

/** Answers once more than asked. */
final class AnswerTwice implements Fault {
    private final CommandGroup commands;
    private final Strikes strikes;

    AnswerTwice(Behaviour settings, Strikes strikes) {
        this.commands = CommandGroup.of(settings.get(Settings.COMMAND));
        this.strikes = strikes;
    }

    @Override
    public boolean takes(Line line, Answer answer) {
        if (!answer.answers(commands) || !strikes.strike(line)) {
            return false;
        }
        line.send(answer.octets(), () -> {});
        answer.send(line);
        return true;
    }
}
