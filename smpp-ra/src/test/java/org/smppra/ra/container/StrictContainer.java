package org.smppra.ra.container;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.TransactionSupport;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.ValidatingManagedConnectionFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.security.auth.Subject;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import org.smppra.SmppConnection;

/**
 * A pool as servers have it: matches, validates, shares a connection within a transaction, enlists it, cleans it up and
 * keeps it. Every misuse of the contract is noted as a violation.
 */
public final class StrictContainer implements ConnectionManager {
    private static final long serialVersionUID = 1L;

    private final transient TinyTransactions transactions;
    private final transient List<Pooled> idle = new ArrayList<>();
    private final transient List<Pooled> busy = new ArrayList<>();
    private final transient List<String> violations = new ArrayList<>();
    private transient Subject subject;
    private transient boolean shares = true;
    private int made;

    public StrictContainer(TinyTransactions transactions) {
        this.transactions = transactions;
    }

    /** Who signs on; null: nobody, the application may. */
    public void signOn(Subject who) {
        this.subject = who;
    }

    /** Whether a second getConnection in a transaction gets a handle on the same connection. */
    public void share(boolean sharing) {
        this.shares = sharing;
    }

    public List<String> violations() {
        return violations;
    }

    void violation(String what) {
        violations.add(what);
    }

    /** Managed connections that were made so far. */
    public int made() {
        return made;
    }

    public int idle() {
        return idle.size();
    }

    public int busy() {
        return busy.size();
    }

    /** What is in the pool, to look at. */
    public List<ManagedConnection> connections() {
        List<ManagedConnection> all = new ArrayList<>();
        idle.forEach(each -> all.add(each.connection()));
        busy.forEach(each -> all.add(each.connection()));
        return all;
    }

    private static TransactionSupportLevel level(ManagedConnectionFactory factory) {
        return ((TransactionSupport) factory).getTransactionSupport();
    }

    @Override
    public Object allocateConnection(ManagedConnectionFactory factory, ConnectionRequestInfo request)
            throws ResourceException {
        boolean enlists = transactions.isActive() && level(factory) == TransactionSupportLevel.XATransaction;
        if (enlists && shares) {
            for (Pooled each : busy) {
                if (each.isOf(transactions.getTransactionKey()) && match(factory, each, request)) {
                    return each.handle(subject, request);
                }
            }
        }
        Pooled pooled = take(factory, request);
        busy.add(pooled);
        if (enlists) {
            enlist(pooled);
        }
        return pooled.handle(subject, request);
    }

    private Pooled take(ManagedConnectionFactory factory, ConnectionRequestInfo request) throws ResourceException {
        if (factory.matchManagedConnections(Set.of(), subject, request) != null) {
            violation("a match among no candidates");
        }
        for (Pooled each : List.copyOf(idle)) {
            if (match(factory, each, request)) {
                idle.remove(each);
                return each;
            }
        }
        made++;
        return new Pooled(this, factory.createManagedConnection(subject, request));
    }

    private boolean match(ManagedConnectionFactory factory, Pooled candidate, ConnectionRequestInfo request)
            throws ResourceException {
        ManagedConnection chosen = factory.matchManagedConnections(Set.of(candidate.connection()), subject, request);
        if (chosen != null && chosen != candidate.connection()) {
            violation("a match that was no candidate");
        }
        return chosen != null;
    }

    private void enlist(Pooled pooled) throws ResourceException {
        XAResource resource = pooled.connection().getXAResource();
        if (pooled.connection().getXAResource() != resource) {
            violation("another XAResource each time");
        }
        try {
            transactions.enlist(resource);
        } catch (XAException e) {
            throw new ResourceException(e);
        }
        Object transaction = transactions.getTransactionKey();
        pooled.belongsTo(transaction);
        transactions.whenEnded(() -> {
            pooled.belongsTo(null);
            free(pooled);
        });
    }

    /** What a server does with a connection whose handles are closed, outside a transaction or after it. */
    void free(Pooled pooled) {
        if (pooled.isInUse() || !busy.remove(pooled)) {
            return;
        }
        pooled.cleanUp();
        idle.add(pooled);
    }

    /** Takes all that no transaction has, whether an application closed its handles or not. */
    public void takeBack() {
        for (Pooled each : List.copyOf(busy)) {
            each.cleanUp();
            busy.remove(each);
            idle.add(each);
        }
    }

    /** Destroys what the factory calls invalid. @return how many */
    public int validate(ValidatingManagedConnectionFactory factory) throws ResourceException {
        int before = idle.size();
        Set<ManagedConnection> all = new HashSet<>();
        idle.forEach(each -> all.add(each.connection()));
        Set<?> invalid = factory.getInvalidConnections(all);
        for (Pooled each : List.copyOf(idle)) {
            if (invalid.contains(each.connection())) {
                idle.remove(each);
                each.destroy();
            }
        }
        return before - idle.size();
    }

    /** Moves a handle to another connection, as a container does that shares lazily. */
    public void associate(SmppConnection handle, ManagedConnection to) throws ResourceException {
        Pooled target = busy.stream()
                .filter(each -> each.connection() == to)
                .findFirst()
                .orElseThrow();
        busy.forEach(each -> each.forget(handle));
        to.associateConnection(handle);
        target.adopt(handle);
    }

    /** Ends: every connection is destroyed, twice, as a server may. */
    public void close() {
        for (Pooled each : List.copyOf(idle)) {
            each.destroy();
            each.destroy();
        }
        for (Pooled each : List.copyOf(busy)) {
            each.destroy();
        }
        idle.clear();
        busy.clear();
    }
}
