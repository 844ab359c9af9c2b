package org.smppra.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The receiving binds of an account, in turn: among those with the fewest reports in flight, the next one. */
final class Rotation {
    private final List<ReceivingBind> binds = new ArrayList<>();
    private int next;

    void add(ReceivingBind bind) {
        binds.add(bind);
    }

    void remove(ReceivingBind bind) {
        int index = binds.indexOf(bind);
        if (index >= 0) {
            binds.remove(index);
            next = index < next ? next - 1 : next;
        }
    }

    List<ReceivingBind> all() {
        return binds;
    }

    /** Null if no bind has room. The bind of the report's last attempt only where no other has. */
    @Nullable
    ReceivingBind choose(Report report) {
        int size = binds.size();
        ReceivingBind best = null;
        int bestIndex = 0;
        for (int i = 0; i < size; i++) {
            int index = (next + i) % size;
            ReceivingBind bind = binds.get(index);
            if (bind.takes(report) && (best == null || isBetter(bind, best, report))) {
                best = bind;
                bestIndex = index;
            }
        }
        if (best != null) {
            next = (bestIndex + 1) % size;
        }
        return best;
    }

    private static boolean isBetter(ReceivingBind bind, ReceivingBind best, Report report) {
        if (best == report.lastBind()) {
            return true;
        }
        return bind != report.lastBind() && bind.inFlight() < best.inFlight();
    }
}
