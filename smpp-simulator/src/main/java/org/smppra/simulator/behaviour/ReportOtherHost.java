package org.smppra.simulator.behaviour;

/** A client that looks for the message where the report came in looks in vain. */
final class ReportOtherHost implements Fault {
    private final Strikes strikes;

    ReportOtherHost(Behaviour settings, Strikes strikes) {
        this.strikes = strikes;
    }

    @Override
    public ReportWay way(Line line, ReportWay soFar) {
        return strikes.strike(line) ? new ReportWay(line.host(), soFar.regardlessOfWindow()) : soFar;
    }
}
