package org.smppra.gateway;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account's binds receive: while anybody takes what comes, and a linger longer. What is bound otherwise is
 * bound anew, one bind after another, so that the others submit meanwhile. All but the questions happens on one thread,
 * at ticks, which is what keeps a listener that comes and goes from being a storm of binds.
 */
final class Receiving {
    private static final Logger LOG = System.getLogger(Receiving.class.getName());

    private final String account;
    private final BooleanSupplier hasTaker;
    private final long linger;
    private final long patience;
    private final List<LinkKeeper> keepers;
    private volatile boolean receives;
    private long takenAt;
    private @Nullable LinkKeeper turn;

    /**
     * @param hasTaker whether anybody takes what the SMSC delivers; asked often
     * @param keepers the binds, in the order in which they are bound anew; filled later
     */
    Receiving(GatewaySettings settings, BooleanSupplier hasTaker, List<LinkKeeper> keepers) {
        this.account = settings.account();
        this.hasTaker = hasTaker;
        this.linger = settings.noTakerLinger();
        this.patience = settings.connectTimeout() + settings.session().bindTimeout();
        this.keepers = keepers;
    }

    /** Whether a bind that is made now receives. */
    boolean isWanted() {
        return receives || hasTaker.getAsBoolean();
    }

    /** Before the first bind: no linger, for what nobody takes would be held and refused. */
    void start(long now) {
        receives = hasTaker.getAsBoolean();
        takenAt = now;
        if (!receives) {
            LOG.log(
                    Level.INFO,
                    "SMPP-109 account {0}: has no listener; binds as transmitter only, and what comes stays at the SMSC",
                    account);
        }
    }

    void tick(long now) {
        boolean taken = hasTaker.getAsBoolean();
        if (taken) {
            takenAt = now;
        }
        if (taken && !receives) {
            receives = true;
            LOG.log(
                    Level.INFO,
                    "SMPP-108 account {0}: has a listener; receives from now on, its binds are made anew one at a time",
                    account);
            keepers.forEach(LinkKeeper::beginToReceive);
        } else if (!taken && receives && now - takenAt >= linger) {
            receives = false;
            LOG.log(
                    Level.INFO,
                    "SMPP-109 account {0}: has had no listener for {1} ms; its binds are made anew one at a time, as"
                            + " transmitters, and what comes stays at the SMSC",
                    account,
                    String.valueOf(linger / 1_000_000));
        }
        if (!receives) {
            keepers.forEach(LinkKeeper::endToReceive);
        }
        takeTurns(now);
    }

    /** The next one begins when the one before is bound again, or was not for so long that it may be down. */
    private void takeTurns(long now) {
        LinkKeeper current = turn;
        if (current != null && !current.isTurnOver(now, patience)) {
            return;
        }
        turn = null;
        for (LinkKeeper keeper : keepers) {
            if (keeper.rebind(receives)) {
                turn = keeper;
                return;
            }
        }
    }
}
