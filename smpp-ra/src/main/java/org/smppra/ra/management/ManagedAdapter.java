package org.smppra.ra.management;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.smppra.Direction;
import org.smppra.Settle;
import org.smppra.SmppException;
import org.smppra.Store;
import org.smppra.engine.Account;
import org.smppra.outbox.Outbox;

/** The adapter in the platform's JMX, from its start to its stop. */
public final class ManagedAdapter implements SmppAdapterMXBean, AutoCloseable {
    private static final Logger LOG = System.getLogger(ManagedAdapter.class.getName());
    /** Adapters of one name in one server; more of them are not seen. */
    private static final int MOST = 100;

    private final OperatedAdapter adapter;
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final @Nullable ObjectName registered;

    public ManagedAdapter(OperatedAdapter adapter) {
        this.adapter = adapter;
        this.registered = register();
    }

    private @Nullable ObjectName register() {
        try {
            for (int i = 1; i <= MOST; i++) {
                ObjectName name = new ObjectName("org.smppra:type=Adapter,name=" + ObjectName.quote(adapter.name())
                        + (i == 1 ? "" : ",instance=" + i));
                try {
                    return server.registerMBean(this, name).getObjectName();
                } catch (InstanceAlreadyExistsException e) {
                    // another adapter of this name
                }
            }
        } catch (JMException e) {
            LOG.log(Level.WARNING, "SMPP-341 the adapter is not seen in JMX", e);
        }
        return null;
    }

    /** What it is registered as; null: not at all. */
    public @Nullable ObjectName name() {
        return registered;
    }

    @Override
    public void close() {
        try {
            if (registered != null) {
                server.unregisterMBean(registered);
            }
        } catch (JMException e) {
            LOG.log(Level.WARNING, "SMPP-342 the adapter stays seen in JMX after its stop", e);
        }
    }

    private Account account(String name) {
        return adapter.account(name).orElseThrow(() -> new IllegalStateException("no account '" + name + "' runs"));
    }

    private Outbox outbox() {
        Outbox open = adapter.openOutbox();
        if (open == null) {
            throw new IllegalStateException("the outbox is not open");
        }
        return open;
    }

    @Override
    public boolean isOutboxOpen() {
        return adapter.openOutbox() != null;
    }

    @Override
    public List<AccountView> getAccounts() {
        Outbox open = adapter.openOutbox();
        return adapter.accounts().stream()
                .map(account -> new AccountView(
                        account,
                        open == null ? 0 : open.account(account.accountKey()).held()))
                .toList();
    }

    @Override
    public Map<String, Long> getInboxCounters() {
        return AccountView.named(adapter.inboxCounters());
    }

    @Override
    public List<InDoubtView> getInDoubt() {
        Outbox open = adapter.openOutbox();
        return open == null
                ? List.of()
                : open.xa().inDoubt().stream().map(InDoubtView::new).toList();
    }

    @Override
    public boolean commitInDoubt(String id) {
        return decide(id, true);
    }

    @Override
    public boolean rollbackInDoubt(String id) {
        return decide(id, false);
    }

    private boolean decide(String id, boolean commit) {
        try {
            return outbox().xa().decide(id, commit);
        } catch (SmppException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public List<StoredView> held(String account, String afterId, int limit) {
        return list(account, Store.HELD, afterId, limit);
    }

    @Override
    public List<StoredView> deadLetters(String account, String afterId, int limit) {
        return list(account, Store.DEAD_LETTER, afterId, limit);
    }

    private List<StoredView> list(String account, Store store, String afterId, int limit) {
        return account(account).operations().list(store, afterId, limit).stream()
                .map(StoredView::new)
                .toList();
    }

    @Override
    public boolean deliverDeadLetter(String account, String id) {
        return account(account).operations().settle(id, Settle.DELIVER);
    }

    @Override
    public boolean discardDeadLetter(String account, String id) {
        return account(account).discardDeadLetter(id);
    }

    @Override
    public boolean sendHeld(String account, String id) {
        return account(account).operations().settle(id, Settle.SEND);
    }

    @Override
    public boolean cancelHeld(String account, String id) {
        return account(account).operations().settle(id, Settle.CANCEL);
    }

    @Override
    public void pause(String account, String direction) {
        account(account).operations().pause(Direction.valueOf(direction));
    }

    @Override
    public void resume(String account, String direction) {
        account(account).operations().resume(Direction.valueOf(direction));
    }

    @Override
    public void drainHost(String account, String host) {
        account(account).drainHost(host);
    }

    @Override
    public void resumeHost(String account, String host) {
        account(account).resumeHost(host);
    }
}
