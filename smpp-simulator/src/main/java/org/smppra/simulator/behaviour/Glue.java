package org.smppra.simulator.behaviour;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.smppra.codec.PduOutput;
import org.smppra.message.Octets;
import org.smppra.pdu.CommandId;

/** Many PDUs in one write. */
final class Glue implements Fault {
    static final Parameter<Integer> PDUS = Parameters.number("pdus", 2, 10_000, "50", "How many go in one write.");
    static final Parameter<Duration> WAIT =
            Parameters.duration("wait", "1s", "How long the first waits for the others at most.");

    private static final int MOST_OCTETS = 1 << 20;

    private final int pdus;
    private final Duration wait;
    private final Strikes strikes;
    private final Map<Line, Pile> piles = new HashMap<>();

    /** What is kept of one connection. */
    private static final class Pile {
        private final PduOutput octets = new PduOutput(1024);
        private int pdus;
        private boolean due;

        /** @return whether the session ends with this batch, so that nothing more will come */
        boolean add(PduOutput batch) {
            octets.append(batch);
            boolean last = false;
            Octets added = Octets.of(batch.toByteArray());
            for (int at = 0; at + 16 <= added.length(); at += Math.max(16, int32(added, at))) {
                pdus++;
                last |= int32(added, at + 4) == CommandId.UNBIND_RESP.value();
            }
            return last;
        }

        private static int int32(Octets octets, int at) {
            return octets.at(at) << 24 | octets.at(at + 1) << 16 | octets.at(at + 2) << 8 | octets.at(at + 3);
        }
    }

    Glue(Behaviour settings, Strikes strikes) {
        this.pdus = settings.get(PDUS);
        this.wait = settings.get(WAIT);
        this.strikes = strikes;
    }

    @Override
    public boolean writes(Line line, PduOutput batch, OutputStream stream) throws IOException {
        boolean struck = !batch.isEmpty() && strikes.strike(line);
        Pile ready;
        synchronized (this) {
            Pile pile = piles.get(line);
            if (pile == null && !struck) {
                return false;
            }
            if (pile == null) {
                pile = new Pile();
                begin(line, pile);
            }
            boolean last = pile.add(batch);
            boolean full = pile.pdus >= pdus || pile.octets.length() > MOST_OCTETS;
            if (struck && !last && !full && !pile.due) {
                return true;
            }
            piles.remove(line);
            ready = pile;
        }
        ready.octets.writeTo(stream);
        stream.flush();
        return true;
    }

    private void begin(Line line, Pile pile) {
        piles.put(line, pile);
        line.later(wait, () -> callIn(line, pile));
    }

    /** Nothing to write, but a write: the writer finds the pile then. */
    private synchronized void callIn(Line line, Pile pile) {
        if (piles.get(line) == pile) {
            pile.due = true;
            line.send(Octets.empty(), () -> {});
        }
    }

    @Override
    public synchronized void gone(Line line) {
        piles.remove(line);
    }

    /** No writer asks this fault any more. */
    @Override
    public synchronized void over() {
        piles.forEach((line, pile) -> line.send(Octets.of(pile.octets.toByteArray()), () -> {}));
        piles.clear();
    }
}
