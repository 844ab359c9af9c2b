package org.smppra.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smppra.pdu.DeliverSm;
import org.smppra.simulator.behaviour.ReportWay;

/** A bind that gets reports, and those it has not answered. Guarded by its mailbox. */
final class ReceivingBind {
    private record InFlight(Report report, long sentNanos) {}

    private final Courier courier;
    private final String host;
    private final int interfaceVersion;
    private final int window;
    private final Map<Integer, InFlight> inFlight = new LinkedHashMap<>();
    private boolean retired;
    /** Whether it was given a report since the last {@link #sent}. */
    private boolean begun;

    ReceivingBind(Courier courier, String host, int interfaceVersion, int window) {
        this.courier = courier;
        this.host = host;
        this.interfaceVersion = interfaceVersion;
        this.window = window;
    }

    /** Whether it shall get nothing more. */
    boolean isRetired() {
        return retired;
    }

    void retire() {
        retired = true;
    }

    int inFlight() {
        return inFlight.size();
    }

    /** Whether this report may go out here now. */
    boolean takes(Report report) {
        ReportWay way = report.way();
        return (inFlight.size() < window || way.regardlessOfWindow()) && !host.equals(way.notOnHost());
    }

    /** @return whether {@link #sent} is due that was not before */
    boolean send(Report report, long nowNanos) {
        int sequenceNumber = courier.nextSequenceNumber();
        report.triedOn(this);
        inFlight.put(sequenceNumber, new InFlight(report, nowNanos));
        DeliverSm body = interfaceVersion < 0x34 ? Deliveries.forVersion33(report.body()) : report.body();
        courier.deliver(sequenceNumber, body, report.written());
        boolean first = !begun;
        begun = true;
        return first;
    }

    /** That was all for now. */
    void sent() {
        begun = false;
        courier.start();
    }

    /** The report of this number, which is no longer in flight; null if it is not known or was late. */
    @Nullable
    Report take(int sequenceNumber) {
        InFlight known = inFlight.remove(sequenceNumber);
        return known == null ? null : known.report;
    }

    List<Report> takeAll() {
        List<Report> all = inFlight.values().stream().map(InFlight::report).toList();
        inFlight.clear();
        return all;
    }

    /** Those sent before this time; they stand in the order in which they were sent. */
    List<Report> takeSentBefore(long nanos) {
        List<Report> late = new ArrayList<>();
        Iterator<InFlight> each = inFlight.values().iterator();
        while (each.hasNext()) {
            InFlight next = each.next();
            if (next.sentNanos - nanos >= 0) {
                break;
            }
            late.add(next.report);
            each.remove();
        }
        return late;
    }
}
