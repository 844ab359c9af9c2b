package org.smppra.simulator.behaviour;

import java.util.Random;
import org.smppra.message.Octets;

/** Octets that are nothing; a client must find no PDU in them, and must not die of them. */
final class RandomBytes implements Fault {
    static final Parameter<Integer> OCTETS = Parameters.number("octets", 1, 65_536, "64", "How many at a time.");

    private final int count;
    private final Trigger trigger;
    /** Always the same row, so that a run can be repeated. */
    private final Random random = new Random(2);

    RandomBytes(Behaviour settings, Strikes strikes) {
        this.count = settings.get(OCTETS);
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
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        line.send(Octets.of(octets), () -> {});
    }

    @Override
    public void gone(Line line) {
        trigger.gone(line);
    }
}
