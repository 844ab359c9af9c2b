package org.smppra.ra;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import org.smppra.engine.Account;
import org.smppra.engine.AccountSettings;
import org.smppra.engine.Engine;
import org.smppra.ra.inbound.EndpointActivation;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.ra.inbound.WorkScheduler;

/** All that exists between start and stop of the adapter. */
final class RunningAdapter implements AutoCloseable {
    private static final Logger LOG = System.getLogger(RunningAdapter.class.getName());
    private static final long DEACTIVATION_MILLIS = 10_000;

    private final BootstrapContext context;
    private final Engine engine;
    private final WorkScheduler scheduler;
    /** Accounts of the adapter and of factories: a factory never says that it is gone, so they live as long as we. */
    private final Map<AccountSettings, Account> factoryAccounts = new HashMap<>();

    private final Map<MessageEndpointFactory, Map<ActivationSpec, EndpointActivation>> activations =
            new IdentityHashMap<>();

    RunningAdapter(BootstrapContext context, @Nullable String account) {
        String name = account == null ? "default" : account;
        this.context = context;
        this.engine = new Engine(name);
        this.scheduler = new WorkScheduler(context.getWorkManager(), name);
    }

    synchronized Account factoryAccount(AccountSettings settings) {
        return factoryAccounts.computeIfAbsent(settings, engine::open);
    }

    void activate(MessageEndpointFactory factory, SmppActivationSpec spec, AccountSettings settings)
            throws ResourceException {
        deactivate(factory, spec); // a server that activates again means the same
        Account account = engine.open(settings);
        EndpointActivation activation;
        try {
            activation = new EndpointActivation(account, factory, spec, scheduler, transactions());
        } catch (IllegalArgumentException e) {
            engine.release(account);
            throw new jakarta.resource.NotSupportedException(e.getMessage(), e);
        }
        synchronized (this) {
            activations.computeIfAbsent(factory, f -> new IdentityHashMap<>()).put(spec, activation);
        }
        activation.start();
    }

    void deactivate(MessageEndpointFactory factory, ActivationSpec spec) {
        EndpointActivation activation;
        synchronized (this) {
            Map<ActivationSpec, EndpointActivation> bySpec = activations.getOrDefault(factory, Map.of());
            activation = bySpec.isEmpty() ? null : bySpec.remove(spec);
            if (bySpec.isEmpty()) {
                activations.remove(factory);
            }
        }
        if (activation != null) {
            activation.stop(DEACTIVATION_MILLIS);
            engine.release(activation.account());
        }
    }

    /** From the server, or by its name where the server's contract object has none. */
    @SuppressWarnings("BanJNDI") // a name that the Jakarta platform reserves, not input
    private @Nullable TransactionSynchronizationRegistry transactions() {
        TransactionSynchronizationRegistry registry = context.getTransactionSynchronizationRegistry();
        if (registry != null) {
            return registry;
        }
        try {
            return InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
        } catch (NamingException e) {
            LOG.log(
                    Level.WARNING,
                    "SMPP-203 the server gives no TransactionSynchronizationRegistry: a delivery counts as done when"
                            + " the listener returns",
                    e);
            return null;
        }
    }

    @Override
    public void close() {
        List<EndpointActivation> left = new ArrayList<>();
        synchronized (this) {
            activations.values().forEach(bySpec -> left.addAll(bySpec.values()));
            activations.clear();
        }
        left.forEach(activation -> activation.stop(DEACTIVATION_MILLIS));
        scheduler.close();
        engine.close();
    }
}
