package org.smppra.simulator.behaviour;

import org.smppra.pdu.DeliverSm;

/** The same report again, at once and on the same bind; only the answer to the first counts. */
final class ReportTwice implements Fault {
    static final Parameter<Integer> TIMES = Parameters.number("times", 2, 1_000, "2", "How often each comes.");

    /** SMPP 3.4 section 5.2.12: bits 5 to 2 are the type, 0001 a receipt. */
    private static final int TYPE = 0x3C;

    private static final int RECEIPT = 0x04;

    private final int times;
    private final Strikes strikes;

    ReportTwice(Behaviour settings, Strikes strikes) {
        this.times = settings.get(TIMES);
        this.strikes = strikes;
    }

    @Override
    public void delivered(Line line, DeliverSm message) {
        if ((message.esmClass() & TYPE) != RECEIPT || !strikes.strike(line)) {
            return;
        }
        for (int i = 1; i < times; i++) {
            line.deliver(message);
        }
    }
}
