package org.smppra.ra;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import org.smppra.SmppException;
import org.smppra.engine.Account;
import org.smppra.engine.AccountSettings;
import org.smppra.engine.Engine;
import org.smppra.engine.OutboxOpener;
import org.smppra.inbox.InboxCounter;
import org.smppra.outbox.Outbox;
import org.smppra.outbox.OutboxSettings;
import org.smppra.ra.inbound.ArrivingEndpoint;
import org.smppra.ra.inbound.EndpointActivation;
import org.smppra.ra.inbound.ResultFeeds;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.ra.inbound.WorkScheduler;
import org.smppra.ra.management.ManagedAdapter;
import org.smppra.ra.management.OperatedAdapter;
import org.smppra.ra.outbound.RecoveryWatch;
import org.smppra.ra.outbound.Transactions;

/** All that exists between start and stop of the adapter. */
final class RunningAdapter implements Transactions, OperatedAdapter, AutoCloseable {
    private static final Logger LOG = System.getLogger(RunningAdapter.class.getName());
    private static final long DEACTIVATION_MILLIS = 10_000;
    private static final long LOOK_MILLIS = 5_000;

    private final BootstrapContext context;
    private final String name;
    private final boolean hasOutbox;
    private final Engine engine;
    private final AccountLeases leases;
    private final WorkScheduler scheduler;
    private final ResultFeeds results;
    private final RecoveryWatch recovery = new RecoveryWatch();
    private final ManagedAdapter managed;
    private final Activations activations = new Activations();

    private volatile @Nullable TransactionSynchronizationRegistry registry;
    private final AtomicBoolean saidNoRegistry = new AtomicBoolean();
    private volatile boolean closed;

    /** @param outbox null: there is no place for one */
    RunningAdapter(BootstrapContext context, String name, @Nullable OutboxSettings outbox, int maxAccounts) {
        EndClasses.load();
        this.context = context;
        this.name = name;
        this.hasOutbox = outbox != null;
        this.engine = new Engine(name, outbox == null ? null : OutboxOpener.in(outbox));
        this.leases = new AccountLeases(engine, maxAccounts, System::nanoTime);
        this.scheduler = new WorkScheduler(context.getWorkManager(), name);
        this.results = new ResultFeeds(scheduler);
        this.managed = new ManagedAdapter(this);
        scheduler.later(LOOK_MILLIS, this::look);
    }

    private void look() {
        try {
            List<Account> idle = leases.takeIdle();
            followNames(); // before they are released
            idle.forEach(engine::releaseLater);
            Outbox open = openOutbox();
            recovery.look(
                    System.nanoTime(), open != null && !open.xa().inDoubt().isEmpty());
        } finally { // if it fails, it is said, and the next look comes
            scheduler.later(LOOK_MILLIS, this::look);
        }
    }

    boolean hasOutbox() {
        return hasOutbox;
    }

    AccountLeases leases() {
        return leases;
    }

    Account supply(AccountSettings settings, Object factory) {
        Account account = leases.supply(settings, factory);
        scheduler.later(0, this::followNames);
        return account;
    }

    @Override
    public Collection<Account> accounts() {
        return leases.running();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Account> account(String account) {
        return leases.find(account);
    }

    /** @param settings of its account; null: the spec only names one */
    void activate(MessageEndpointFactory factory, SmppActivationSpec spec, @Nullable AccountSettings settings)
            throws ResourceException {
        try {
            EndpointActivation.check(factory, spec, hasOutbox);
        } catch (IllegalArgumentException e) {
            throw new NotSupportedException(e.getMessage(), e);
        }
        if (registry() == null && EndpointActivation.isTransacted(factory)) {
            throw new NotSupportedException(
                    "SMPP-203 the server gives no TransactionSynchronizationRegistry, so that nobody would know whether a"
                            + " transaction of " + factory.getEndpointClass().getName() + " committed, and what it"
                            + " received could not be acknowledged; give the bean the transaction attribute"
                            + " NOT_SUPPORTED, or deploy it on a server that has the registry",
                    "SMPP-203");
        }
        Function<Account, EndpointActivation> activation =
                account -> new EndpointActivation(account, factory, spec, scheduler, results, this::registry);
        if (settings == null) {
            begin(factory, spec, ActiveBean.following(String.valueOf(spec.getAccount()), activation));
            scheduler.later(0, this::followNames);
            return;
        }
        ArrivingEndpoint arriving = new ArrivingEndpoint();
        Account account = leases.activate(settings, opened -> {
            if (EndpointActivation.receives(factory)) {
                opened.addSink(arriving);
            }
        });
        try {
            begin(factory, spec, ActiveBean.at(account, activation));
        } finally {
            account.removeSink(arriving);
        }
    }

    private void begin(MessageEndpointFactory factory, SmppActivationSpec spec, ActiveBean bean)
            throws ResourceException {
        ActiveBean before;
        try {
            before = activations.put(factory, spec, bean);
        } catch (IllegalStateException e) {
            release(bean);
            throw new ResourceException(e.getMessage(), e);
        }
        end(before); // a server that activates again means the same
        bean.start();
    }

    private void followNames() {
        for (ActiveBean bean : activations.all()) {
            String name = bean.follows();
            if (name != null) {
                bean.follow(leases.follow(name, bean.account()));
            }
        }
    }

    void deactivate(MessageEndpointFactory factory, ActivationSpec spec) {
        end(activations.remove(factory, spec));
    }

    private void end(@Nullable ActiveBean bean) {
        if (bean != null) {
            bean.end();
            bean.awaitIdle(DEACTIVATION_MILLIS);
            release(bean);
        }
    }

    private void release(ActiveBean bean) {
        Account account = bean.account();
        if (account != null && bean.follows() == null) {
            leases.release(account);
        }
    }

    @Override
    public Outbox outbox() throws SmppException {
        return engine.outbox();
    }

    @Override
    public @Nullable Outbox openOutbox() {
        return closed ? null : engine.openOutbox();
    }

    @Override
    public Map<InboxCounter, Long> inboxCounters() {
        return closed ? Map.of() : engine.inboxCounters();
    }

    @Override
    public RecoveryWatch recovery() {
        return recovery;
    }

    /** From the server, or by its name where the server's contract object has none; looked for until it is there. */
    @Override
    @SuppressWarnings("BanJNDI") // a name that the Jakarta platform reserves, not input
    public @Nullable TransactionSynchronizationRegistry registry() {
        TransactionSynchronizationRegistry known = registry;
        if (known != null) {
            return known;
        }
        known = context.getTransactionSynchronizationRegistry();
        if (known == null) {
            try {
                known = InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
            } catch (NamingException | ClassCastException e) {
                if (saidNoRegistry.compareAndSet(false, true)) {
                    LOG.log(
                            Level.WARNING,
                            "SMPP-203 the server gives no TransactionSynchronizationRegistry: beans with a transaction"
                                    + " are refused; for those without one a delivery is done when the listener returns",
                            e);
                }
                return null;
            }
        }
        registry = known;
        return known;
    }

    @Override
    public void close() {
        List<ActiveBean> left = activations.close();
        managed.close();
        left.forEach(ActiveBean::end);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DEACTIVATION_MILLIS); // of all together
        left.forEach(each -> each.awaitIdle(Math.max(0, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()))));
        scheduler.close();
        engine.close();
        closed = true;
    }
}
