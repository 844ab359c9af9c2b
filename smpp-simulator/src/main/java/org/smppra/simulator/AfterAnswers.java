package org.smppra.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.simulator.behaviour.Answer;
import org.smppra.simulator.behaviour.Disturbances;

/**
 * What may happen only when the answers to some requests are written: a receiver joins, reports go their way, the session
 * ends.
 */
final class AfterAnswers implements Answer.Sequel {
    private final Smsc smsc;
    private final Connection connection;
    private final List<ReportOrder> orders = new ArrayList<>();
    private @Nullable Binding joining;
    private boolean ending;

    AfterAnswers(Smsc smsc, Connection connection) {
        this.smsc = smsc;
        this.connection = connection;
    }

    void join(Binding bound) {
        joining = bound;
    }

    void report(ReportOrder order) {
        orders.add(order);
    }

    void end() {
        ending = true;
    }

    /** Whether the client has said its last word. */
    boolean isEnd() {
        return ending;
    }

    void add(AfterAnswers others) {
        orders.addAll(others.orders);
        joining = others.joining == null ? joining : others.joining;
        ending |= others.ending;
    }

    /** An accepted bind counts as soon as its answer is due to be written: the courier waits until it is. */
    void joinNow() {
        Binding bound = joining;
        joining = null;
        if (bound != null && bound.receiving() != null) {
            bound.mailbox().join(bound.receiving());
        }
    }

    /** The answers are written, or never will be. */
    void settle() {
        joinNow();
        if (!orders.isEmpty()) {
            place();
            orders.clear();
        }
    }

    private void place() {
        Mailbox mailbox = orders.get(0).mailbox();
        Disturbances disturbances = smsc.disturbances();
        if (!disturbances.any()) {
            smsc.reports().order(mailbox, orders);
            return;
        }
        ClientLine line = connection.line();
        List<ReportOrder> usual = new ArrayList<>();
        for (ReportOrder order : orders) {
            ReportOrder mine = order.by(disturbances.way(line));
            if (!disturbances.holdsReport(line, () -> smsc.reports().deliver(mailbox, List.of(mine)))) {
                usual.add(mine);
            }
        }
        smsc.reports().order(mailbox, usual);
    }

    @Override
    public void run() {
        settle();
        if (ending) {
            connection.close("unbound");
        }
    }

    @Override
    public boolean hasReport() {
        return !orders.isEmpty();
    }

    @Override
    public void runFirst(Runnable written) {
        ReportOrder order = orders.get(0);
        orders.clear();
        ReportOrder mine = order.by(smsc.disturbances().way(connection.line())).tells(written);
        smsc.reports().deliver(order.mailbox(), List.of(mine));
    }
}
