package org.smppra.simulator.behaviour;

import org.smppra.message.Octets;

/** A PDU of sixteen octets with a command_id that the client does not know. SMPP 3.4 section 4.3: generic_nack. */
final class UnknownCommand implements Fault {
    static final Parameter<Integer> COMMAND_ID = Parameters.hex(
            "commandId", 32, "0x00000107", "The command_id; with the first bit set it is an answer to nothing.");

    private final int commandId;
    private final Trigger trigger;

    UnknownCommand(Behaviour settings, Strikes strikes) {
        this.commandId = settings.get(COMMAND_ID);
        this.trigger = new Trigger(settings, strikes);
    }

    @Override
    public boolean takes(Line line, Answer answer) {
        if (!trigger.at(line, answer)) {
            return false;
        }
        send(line);
        answer.send(line);
        return true;
    }

    @Override
    public void tick(Line line, long nowMillis) {
        if (trigger.now(line, nowMillis)) {
            send(line);
        }
    }

    private void send(Line line) {
        String hex = String.format("00000010%08X00000000%08X", commandId, line.nextSequenceNumber());
        line.send(Octets.ofHex(hex), () -> {});
    }

    @Override
    public void gone(Line line) {
        trigger.gone(line);
    }
}
