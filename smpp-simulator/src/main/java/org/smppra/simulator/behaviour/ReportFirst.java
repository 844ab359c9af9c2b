package org.smppra.simulator.behaviour;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** The report overtakes the answer that names its message. */
final class ReportFirst implements Fault {
    /** No bind takes the report: the answer must come all the same. */
    private static final Duration AT_MOST = Duration.ofSeconds(1);

    private final Strikes strikes;

    ReportFirst(Behaviour settings, Strikes strikes) {
        this.strikes = strikes;
    }

    @Override
    public boolean takes(Line line, Answer answer) {
        if (!answer.sequel().hasReport() || !strikes.strike(line)) {
            return false;
        }
        AtomicBoolean sent = new AtomicBoolean();
        Runnable send = () -> {
            if (sent.compareAndSet(false, true)) {
                line.send(answer.octets(), () -> {});
            }
        };
        answer.sequel().runFirst(send);
        line.later(AT_MOST, send);
        return true;
    }
}
