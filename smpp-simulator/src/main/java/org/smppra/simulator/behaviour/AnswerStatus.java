package org.smppra.simulator.behaviour;

import org.jspecify.annotations.Nullable;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.CommandId;

/** Refuses with any status, at any rate. */
final class AnswerStatus implements Fault {
    static final Parameter<CommandStatus> STATUS =
            Parameters.errorStatus("status", "0x58", "What it answers; nothing else becomes of the request.");
    static final Parameter<Boolean> BODY =
            Parameters.flag("body", "Whether the error carries the body that only a success has.");

    private final Refusal refusal;
    private final CommandGroup commands;
    private final Strikes strikes;

    AnswerStatus(Behaviour settings, Strikes strikes) {
        this.refusal = new Refusal(settings.get(STATUS), settings.get(BODY));
        this.commands = CommandGroup.of(settings.get(Settings.COMMAND));
        this.strikes = strikes;
    }

    @Override
    public @Nullable Refusal refusal(Line line, CommandId request) {
        return commands.contains(request) && strikes.strike(line) ? refusal : null;
    }
}
