package org.smppra.engine;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smppra.Direction;
import org.smppra.delivery.Deliveries;
import org.smppra.gateway.Gateway;
import org.smppra.outbox.AccountKey;
import org.smppra.outbox.Outbox;

/** The ways of an account that an operator stopped; kept in the outbox, where there is one. */
final class Pauses {
    private final AccountKey account;
    private final Gateway gateway;
    private final Deliveries deliveries;
    private final EnumSet<Direction> paused = EnumSet.noneOf(Direction.class);

    Pauses(AccountKey account, Gateway gateway, Deliveries deliveries) {
        this.account = account;
        this.gateway = gateway;
        this.deliveries = deliveries;
    }

    /** What was paused before a restart is so again. */
    void restore(Outbox outbox) {
        if (outbox.isPaused(account)) {
            pause(Direction.OUTBOUND, null);
        }
    }

    synchronized void pause(Direction direction, @Nullable Outbox outbox) {
        paused.add(direction);
        if (direction == Direction.INBOUND) {
            deliveries.pause();
            return;
        }
        gateway.refuse("account " + account.name() + " is paused by an operator");
        if (outbox != null) {
            outbox.pause(account);
        }
    }

    synchronized void resume(Direction direction, @Nullable Outbox outbox) {
        paused.remove(direction);
        if (direction == Direction.INBOUND) {
            deliveries.resume();
            return;
        }
        gateway.refuse(null);
        if (outbox != null) {
            outbox.undrain(account);
            outbox.resume(account);
        }
    }

    synchronized Set<Direction> now() {
        return EnumSet.copyOf(paused);
    }
}
