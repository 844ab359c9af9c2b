package org.smppra.ra;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smppra.engine.Account;
import org.smppra.engine.AccountSettings;
import org.smppra.engine.Engine;
import org.smppra.engine.Property;

/**
 * Which accounts run, and for whom: the adapter itself, a connection factory (which never says that it is gone: it is
 * when nobody can reach it any more), an activation, a connection with a name and password of its own. One that nobody
 * needs and for which nothing waits ends after a linger.
 */
final class AccountLeases {
    static final Duration LINGER = Duration.ofMinutes(1);

    /** Of those that share a name. */
    private static final Comparator<Lease> MEANT_FIRST = Comparator.comparing((Lease lease) -> lease.counts)
            .thenComparing(lease -> !lease.ofAdapter)
            .thenComparing(lease -> !lease.isSupplied())
            .thenComparing(lease -> -lease.suppliedAt);

    private final Engine engine;
    private final int maxLeased;
    private final LongSupplier nanoTime;
    private final Map<AccountSettings, Lease> leases = new LinkedHashMap<>();
    private long supplies;

    AccountLeases(Engine engine, int maxLeased, LongSupplier nanoTime) {
        this.engine = engine;
        this.maxLeased = maxLeased;
        this.nanoTime = nanoTime;
    }

    private static final class Lease {
        final Account account;
        final List<WeakReference<Object>> factories = new ArrayList<>();
        /** When the latest of them came: a number that grows. */
        long suppliedAt;

        boolean ofAdapter;
        /** Whether only connections with a name and password of their own ever wanted it. */
        boolean counts = true;

        /** Whether the same account was set otherwise since. */
        boolean superseded;

        int users;
        long usedAt;

        Lease(Account account) {
            this.account = account;
        }

        boolean isSupplied() {
            factories.removeIf(factory -> factory.refersTo(null));
            return ofAdapter || !factories.isEmpty();
        }

        boolean isIdle() {
            return users == 0
                    && !isSupplied()
                    && !goesOnReceiving()
                    && account.state().waiting() == 0;
        }

        /** What it receives is stored, so it needs no listener: it ends with the adapter. */
        boolean goesOnReceiving() {
            return !counts && !superseded && account.stores();
        }
    }

    /** The adapter's own: as long as the adapter. */
    synchronized void supply(AccountSettings settings) {
        Lease lease = of(settings);
        lease.counts = false;
        lease.ofAdapter = true;
    }

    synchronized Account supply(AccountSettings settings, Object factory) {
        Lease lease = of(settings);
        lease.counts = false;
        if (lease.factories.stream().noneMatch(known -> known.refersTo(factory))) {
            lease.factories.add(new WeakReference<>(factory));
            lease.suppliedAt = ++supplies;
        }
        return lease.account;
    }

    /** For an activation that sets it. @param first done with an account that does not run yet, before its first bind */
    synchronized Account activate(AccountSettings settings, Consumer<Account> first) {
        Lease lease = of(settings, first);
        lease.counts = false;
        lease.users++;
        return lease.account;
    }

    /** @throws IllegalArgumentException if there are as many as there may be, and none of them is idle */
    synchronized Account lease(AccountSettings settings) {
        if (!leases.containsKey(settings)
                && leases.values().stream().filter(lease -> lease.counts).count() >= maxLeased) {
            endLongestIdle();
        }
        Lease lease = of(settings);
        lease.users++;
        return lease.account;
    }

    private void endLongestIdle() {
        AccountSettings longest = leases.entrySet().stream()
                .filter(each -> each.getValue().counts && each.getValue().isIdle())
                .min(Comparator.comparingLong(each -> each.getValue().usedAt))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> Property.MAX_ACCOUNTS.wrong(maxLeased
                        + " accounts are in use by name and password; close connections, or allow more of them"));
        engine.releaseLater(leases.remove(longest).account);
    }

    private Lease of(AccountSettings settings) {
        return of(settings, opened -> {});
    }

    private Lease of(AccountSettings settings, Consumer<Account> first) {
        return leases.computeIfAbsent(settings, s -> {
            Lease lease = new Lease(engine.open(s, first));
            for (Lease older : leases.values()) {
                older.superseded |= older.account.accountKey().isSame(lease.account.accountKey());
            }
            return lease;
        });
    }

    synchronized void release(Account account) {
        for (Lease lease : leases.values()) {
            if (lease.account == account) {
                lease.users--;
                lease.usedAt = nanoTime.getAsLong();
            }
        }
    }

    /** Takes out those that nobody has needed for a while; called now and then. @return to be released */
    synchronized List<Account> takeIdle() {
        long now = nanoTime.getAsLong();
        List<Account> idle = new ArrayList<>();
        leases.values().removeIf(lease -> {
            if (!lease.isIdle()) {
                lease.usedAt = now;
                return false;
            }
            boolean ends = now - lease.usedAt >= LINGER.toNanos();
            if (ends) {
                idle.add(lease.account);
            }
            return ends;
        });
        return idle;
    }

    /**
     * The account that the adapter, or the latest factory, supplies under this name. Whoever follows a name does not keep
     * its account.
     *
     * @param before stays the one as long as it runs and nobody supplies another
     */
    synchronized @Nullable Account follow(String name, @Nullable Account before) {
        return named(name)
                .filter(lease -> lease.isSupplied() || lease.account == before)
                .map(lease -> lease.account)
                .findFirst()
                .orElse(null);
    }

    /** A running account of this name, those with a name and password of their own last. */
    synchronized Optional<Account> find(String name) {
        return named(name).map(lease -> lease.account).findFirst();
    }

    private Stream<Lease> named(String name) {
        return leases.values().stream()
                .filter(lease -> lease.account.name().equals(name))
                .sorted(MEANT_FIRST);
    }

    synchronized Collection<Account> running() {
        return leases.values().stream().map(lease -> lease.account).toList();
    }
}
