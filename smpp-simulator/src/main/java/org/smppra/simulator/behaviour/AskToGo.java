package org.smppra.simulator.behaviour;

/** Sends unbind as a host under maintenance does, but to single binds. */
final class AskToGo implements Fault {
    private final Trigger trigger;

    AskToGo(Behaviour settings, Strikes strikes) {
        this.trigger = new Trigger(settings, strikes);
    }

    @Override
    public boolean takes(Line line, Answer answer) {
        if (trigger.at(line, answer)) {
            line.unbind();
        }
        return false;
    }

    @Override
    public void tick(Line line, long nowMillis) {
        if (trigger.now(line, nowMillis)) {
            line.unbind();
        }
    }

    @Override
    public void gone(Line line) {
        trigger.gone(line);
    }
}
