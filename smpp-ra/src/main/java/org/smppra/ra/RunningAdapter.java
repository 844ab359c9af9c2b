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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import org.smppra.SmppException;
import org.smppra.engine.Account;
import org.smppra.engine.AccountSettings;
import org.smppra.engine.Engine;
import org.smppra.engine.OutboxOpener;
import org.smppra.engine.Property;
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
            leases.sweep();
            Outbox open = openOutbox();
            recovery.look(
                    System.nanoTime(), open != null && !open.xa().inDoubt().isEmpty());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "SMPP-001 a scheduled step failed; it is tried again", e);
        }
        scheduler.later(LOOK_MILLIS, this::look);
    }

    boolean hasOutbox() {
        return hasOutbox;
    }

    AccountLeases leases() {
        return leases;
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

    void activate(MessageEndpointFactory factory, SmppActivationSpec spec, AccountSettings settings)
            throws ResourceException {
        ArrivingEndpoint arriving = new ArrivingEndpoint();
        Account account = leases.activate(settings, opened -> {
            if (EndpointActivation.receives(factory)) {
                opened.addSink(arriving);
            }
        });
        EndpointActivation activation;
        EndpointActivation before;
        try {
            activation = new EndpointActivation(account, factory, spec, scheduler, results, registry());
            if (activation.needsOutbox() && !hasOutbox) {
                throw Property.OUTBOX_DIRECTORY.wrong("not set, and without it there are no results to listen for");
            }
            before = activations.put(factory, spec, activation);
        } catch (IllegalArgumentException e) {
            account.removeSink(arriving);
            leases.release(account);
            throw new NotSupportedException(e.getMessage(), e);
        } catch (IllegalStateException e) {
            account.removeSink(arriving);
            leases.release(account);
            throw new ResourceException(e.getMessage(), e);
        }
        end(before); // a server that activates again means the same
        activation.start();
        account.removeSink(arriving);
    }

    void deactivate(MessageEndpointFactory factory, ActivationSpec spec) {
        end(activations.remove(factory, spec));
    }

    private void end(@Nullable EndpointActivation activation) {
        if (activation != null) {
            activation.end();
            activation.awaitIdle(DEACTIVATION_MILLIS);
            leases.release(activation.account());
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
    public RecoveryWatch recovery() {
        return recovery;
    }

    /** From the server, or by its name where the server's contract object has none. */
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
            } catch (NamingException e) {
                if (saidNoRegistry.compareAndSet(false, true)) {
                    LOG.log(
                            Level.WARNING,
                            "SMPP-203 the server gives no TransactionSynchronizationRegistry: a delivery counts as done"
                                    + " when the listener returns",
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
        List<EndpointActivation> left = activations.close();
        managed.close();
        left.forEach(EndpointActivation::end);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DEACTIVATION_MILLIS); // of all together
        left.forEach(each -> each.awaitIdle(Math.max(0, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()))));
        scheduler.close();
        engine.close();
        closed = true;
    }
}
