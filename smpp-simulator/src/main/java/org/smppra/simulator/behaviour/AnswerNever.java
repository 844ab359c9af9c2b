package org.smppra.simulator.behaviour;

/** Does what was asked, and says nothing. */
final class AnswerNever implements Fault {
    private final CommandGroup commands;
    private final Strikes strikes;

    AnswerNever(Behaviour settings, Strikes strikes) {
        this(CommandGroup.of(settings.get(Settings.COMMAND)), strikes);
    }

    private AnswerNever(CommandGroup commands, Strikes strikes) {
        this.commands = commands;
        this.strikes = strikes;
    }

    static AnswerNever enquireLink(Behaviour settings, Strikes strikes) {
        return new AnswerNever(CommandGroup.ENQUIRE_LINK, strikes);
    }

    @Override
    public boolean takes(Line line, Answer answer) {
        if (!answer.answers(commands) || !strikes.strike(line)) {
            return false;
        }
        answer.withoutWriting();
        return true;
    }
}
