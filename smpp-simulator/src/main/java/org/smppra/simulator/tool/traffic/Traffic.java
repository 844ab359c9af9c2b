package org.smppra.simulator.tool.traffic;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.SubmitSm;
import org.smppra.simulator.Acknowledgement;
import org.smppra.simulator.BindView;
import org.smppra.simulator.SimulatorListener;
import org.smppra.simulator.StoredMessage;
import org.smppra.simulator.tool.log.Recent;

/** Counts what goes through the simulator, and keeps the newest messages. */
public final class Traffic implements SimulatorListener {
    private static final int KEPT = 200;

    private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);
    private final Recent<StoredMessage> recent = new Recent<>(KEPT);

    public Traffic() {
        for (Count count : Count.values()) {
            counts.put(count, new LongAdder());
        }
    }

    /** Since the start. */
    public long of(Count count) {
        LongAdder adder = counts.get(count);
        return adder == null ? 0 : adder.sum();
    }

    /** Accepted ones, the newest first, at most 200. */
    public List<StoredMessage> messages(int most) {
        return recent.newest(most);
    }

    private void count(Count count) {
        LongAdder adder = counts.get(count);
        if (adder != null) {
            adder.increment();
        }
    }

    @Override
    public void bound(BindView bind) {
        count(Count.BINDS);
    }

    @Override
    public void bindRefused(String host, String remote, String systemId, CommandStatus status) {
        count(Count.BINDS_REFUSED);
    }

    @Override
    public void submitted(StoredMessage message) {
        count(Count.SUBMITTED);
        recent.add(message);
    }

    @Override
    public void submitRefused(BindView bind, SubmitSm message, CommandStatus status) {
        count(Count.SUBMITS_REFUSED);
    }

    @Override
    public void delivered(BindView bind, DeliverSm message) {
        count((message.esmClass() & 0x04) == 0 ? Count.MESSAGES_SENT : Count.REPORTS_SENT);
    }

    @Override
    public void acknowledged(Acknowledgement answer) {
        count(answer.status().isOk() ? Count.ACKNOWLEDGED : Count.DELIVERIES_REFUSED);
    }

    @Override
    public void complaint(String host, String remote, String words) {
        count(Count.COMPLAINTS);
    }
}
