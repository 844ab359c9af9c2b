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
    synchronized void restore(Outbox outbox) {
        for (Direction direction : Direction.values()) {
            if (outbox.isPaused(account, direction)) {
                stop(direction);
            }
        }
    }

    synchronized void pause(Direction direction, @Nullable Outbox outbox) {
        stop(direction);
        if (outbox != null) {
            outbox.pause(account, direction);
        }
    }

    private void stop(Direction direction) {
        paused.add(direction);
        switch (direction) {
            case INBOUND -> deliveries.pause();
            case OUTBOUND -> gateway.refuse("account " + account.name() + " is paused by an operator");
        }
    }

    synchronized void resume(Direction direction, @Nullable Outbox outbox) {
        paused.remove(direction);
        if (outbox != null) {
            outbox.resume(account, direction);
        }
        switch (direction) {
            case INBOUND -> deliveries.resume();
            case OUTBOUND -> {
                gateway.refuse(null);
                if (outbox != null) {
                    outbox.undrain(account);
                }
            }
        }
    }

    synchronized Set<Direction> now() {
        return EnumSet.copyOf(paused);
    }
}
