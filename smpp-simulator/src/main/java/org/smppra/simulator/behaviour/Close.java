package org.smppra.simulator.behaviour;

/** Ends the connection as a process that dies: no unbind, no answer. */
final class Close implements Fault {
    private static final String WHY = "closed by a behaviour";

    private final Trigger trigger;

    Close(Behaviour settings, Strikes strikes) {
        this.trigger = new Trigger(settings, strikes);
    }

    @Override
    public boolean takes(Line line, Answer answer) {
        if (!trigger.at(line, answer)) {
            return false;
        }
        answer.withoutWriting();
        line.close(WHY);
        return true;
    }

    @Override
    public void tick(Line line, long nowMillis) {
        if (trigger.now(line, nowMillis)) {
            line.close(WHY);
        }
    }

    @Override
    public void gone(Line line) {
        trigger.gone(line);
    }
}
