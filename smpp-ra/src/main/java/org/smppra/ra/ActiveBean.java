package org.smppra.ra;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.smppra.engine.Account;
import org.smppra.ra.inbound.EndpointActivation;

/**
 * One active message-driven bean. Where its spec sets an account it is there until its end; where the spec only names one
 * it is where that name is, and waits while it is nowhere.
 */
final class ActiveBean {
    private static final Logger LOG = System.getLogger(ActiveBean.class.getName());

    private final @Nullable String follows;
    private final Function<Account, EndpointActivation> activation;
    private @Nullable EndpointActivation now;
    /** Where it was before: its calls there may go on for a while. */
    private @Nullable EndpointActivation before;

    private boolean saidWaits;
    private boolean ended;

    private ActiveBean(@Nullable String follows, Function<Account, EndpointActivation> activation) {
        this.follows = follows;
        this.activation = activation;
    }

    static ActiveBean at(Account account, Function<Account, EndpointActivation> activation) {
        ActiveBean bean = new ActiveBean(null, activation);
        bean.now = activation.apply(account);
        return bean;
    }

    /** Waits until it is told of the account: see {@link #follow}. */
    static ActiveBean following(String account, Function<Account, EndpointActivation> activation) {
        return new ActiveBean(account, activation);
    }

    /** The name of the account that it follows; null if its spec sets one, of which this bean holds a lease. */
    @Nullable
    String follows() {
        return follows;
    }

    synchronized @Nullable Account account() {
        return now == null ? null : now.account();
    }

    /** Begins to take what its account receives. */
    void start() {
        EndpointActivation here;
        synchronized (this) {
            here = now;
        }
        if (here != null) {
            here.start();
        }
    }

    /**
     * Goes where its name is; always on the same thread.
     *
     * @param account null: nowhere
     */
    void follow(@Nullable Account account) {
        EndpointActivation left;
        synchronized (this) {
            left = now;
        }
        if (account != null && left != null && left.account() == account) {
            return;
        }
        if (left != null) {
            left.end();
        }
        EndpointActivation next = account == null ? null : activation.apply(account);
        synchronized (this) {
            if (ended) {
                return;
            }
            before = left == null ? before : left;
            now = next;
        }
        if (next != null) {
            next.start();
        }
        say(next != null);
    }

    private void say(boolean found) {
        if (found && saidWaits) {
            LOG.log(Level.INFO, "SMPP-215 account {0}: supplied now; the bean that waited for it is active", follows);
        } else if (!found && !saidWaits) {
            LOG.log(
                    Level.WARNING,
                    "SMPP-214 account {0}: a bean names it and sets nothing else; it waits until the adapter or a"
                            + " connection factory supplies an account of this name",
                    follows);
        }
        saidWaits = !found;
    }

    /** Takes nothing more. What runs goes on. */
    void end() {
        EndpointActivation here;
        synchronized (this) {
            ended = true;
            here = now;
        }
        if (here != null) {
            here.end();
        }
    }

    /** Waits until every call of the bean has returned, as long as that may take. */
    void awaitIdle(long timeoutMillis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        EndpointActivation earlier;
        EndpointActivation here;
        synchronized (this) {
            earlier = before;
            here = now;
        }
        if (earlier != null) {
            earlier.awaitIdle(timeoutMillis);
        }
        if (here != null) {
            here.awaitIdle(Math.max(0, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
    }
}
