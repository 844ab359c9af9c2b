package org.smppra.simulator.behaviour;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.codec.PduOutput;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;

/**
 * What the simulator's pipeline asks at each place where a behaviour may strike; see {@link Fault} for the places. Costs
 * one read where nothing is switched on.
 */
public final class Disturbances {
    private static final int MOST = 100;

    private final Clock clock;
    private final Runnable changed;
    private final Behaviours behaviours = new Behaviours(this);
    private final ArrayDeque<ActiveBehaviour> ended = new ArrayDeque<>();
    private volatile List<ActiveBehaviour> switchedOn = List.of();
    private long lastId;

    /**
     * @param clock for limits of time and rates
     * @param changed told when something was switched on or off, or ended
     */
    public Disturbances(Clock clock, Runnable changed) {
        this.clock = clock;
        this.changed = changed;
    }

    /** Where users switch. */
    public Behaviours behaviours() {
        return behaviours;
    }

    /** Whether anything is switched on. */
    public boolean any() {
        return !switchedOn.isEmpty();
    }

    ActiveBehaviour switchOn(Behaviour behaviour) {
        Strikes strikes = new Strikes(behaviour, clock);
        Fault fault = behaviour.kind().fault(behaviour, strikes);
        ActiveBehaviour made;
        synchronized (this) {
            if (switchedOn.size() >= MOST) {
                throw new IllegalStateException(MOST + " behaviours are on; switch some off");
            }
            lastId++;
            made = new ActiveBehaviour(lastId, behaviour, clock.instant(), strikes, fault, this);
            List<ActiveBehaviour> more = new ArrayList<>(switchedOn);
            more.add(made);
            switchedOn = List.copyOf(more);
        }
        changed.run();
        return made;
    }

    List<ActiveBehaviour> active() {
        return switchedOn.stream().filter(ActiveBehaviour::isOn).toList();
    }

    synchronized List<ActiveBehaviour> ended() {
        return List.copyOf(ended);
    }

    /** Takes out what is over; to be called often. */
    public void prune() {
        if (switchedOn.stream().allMatch(ActiveBehaviour::isOn)) {
            return;
        }
        List<ActiveBehaviour> over;
        synchronized (this) {
            over = switchedOn.stream().filter(each -> !each.isOn()).toList();
            switchedOn =
                    switchedOn.stream().filter(each -> !over.contains(each)).toList();
            ended.addAll(over);
            while (ended.size() > MOST) {
                ended.removeFirst();
            }
        }
        over.forEach(each -> each.fault().over());
        changed.run();
    }

    /** See {@link Fault#silences}. */
    public boolean silences(Line line) {
        for (ActiveBehaviour each : switchedOn) {
            if (each.fault().silences(line)) {
                return true;
            }
        }
        return false;
    }

    /** See {@link Fault#holdsReading}. */
    public boolean holdsReading(Line line) {
        for (ActiveBehaviour each : switchedOn) {
            if (each.fault().holdsReading(line)) {
                return true;
            }
        }
        return false;
    }

    /** See {@link Fault#refusal}. */
    public @Nullable Refusal refusal(Line line, CommandId request) {
        for (ActiveBehaviour each : switchedOn) {
            Refusal refusal = each.fault().refusal(line, request);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /** See {@link Fault#takes}. */
    public boolean takes(Line line, Answer answer) {
        for (ActiveBehaviour each : switchedOn) {
            if (each.fault().takes(line, answer)) {
                return true;
            }
        }
        return false;
    }

    /** See {@link Fault#altered}. */
    public Envelope altered(Line line, Envelope pdu) {
        Envelope result = pdu;
        for (ActiveBehaviour each : switchedOn) {
            result = each.fault().altered(line, result);
        }
        return result;
    }

    /** See {@link Fault#way}. */
    public ReportWay way(Line line) {
        ReportWay result = ReportWay.USUAL;
        for (ActiveBehaviour each : switchedOn) {
            result = each.fault().way(line, result);
        }
        return result;
    }

    /** See {@link Fault#holdsReport}. */
    public boolean holdsReport(Line line, Runnable release) {
        for (ActiveBehaviour each : switchedOn) {
            if (each.fault().holdsReport(line, release)) {
                return true;
            }
        }
        return false;
    }

    /** See {@link Fault#delivered}. */
    public void delivered(Line line, DeliverSm message) {
        for (ActiveBehaviour each : switchedOn) {
            each.fault().delivered(line, message);
        }
    }

    /** See {@link Fault#writes}. */
    public boolean writes(Line line, PduOutput batch, OutputStream stream) throws IOException {
        for (ActiveBehaviour each : switchedOn) {
            if (each.fault().writes(line, batch, stream)) {
                return true;
            }
        }
        return false;
    }

    /** See {@link Fault#tick}. */
    public void tick(Line line) {
        for (ActiveBehaviour each : switchedOn) {
            each.fault().tick(line, clock.millis());
        }
    }

    /** See {@link Fault#gone}. */
    public void gone(Line line) {
        for (ActiveBehaviour each : switchedOn) {
            each.fault().gone(line);
        }
    }
}
