package org.smppra.simulator.behaviour;

/**
 * How a report goes out.
 *
 * @param notOnHost not through a bind of this host; empty where any will do
 * @param regardlessOfWindow also where the bind has as many unanswered reports as it may have
 */
public record ReportWay(String notOnHost, boolean regardlessOfWindow) {
    /** As the provider does it. */
    public static final ReportWay USUAL = new ReportWay("", false);
}
