package org.smppra.ra;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.transaction.xa.XAResource;
import org.smppra.DeliveryReceipt;
import org.smppra.DeliveryReceiptListener;
import org.smppra.SubmitResult;
import org.smppra.SubmitResultListener;

/** A strict container in small: begins a transaction before each delivery and ends it as the script says. */
final class ScriptedEndpoint implements MessageEndpointFactory, TransactionSynchronizationRegistry {
    /** How a delivery ends. */
    enum End {
        COMMIT,
        LISTENER_FAILS,
        /** What WildFly does when somebody called setRollbackOnly. */
        SILENT_ROLLBACK,
        AFTER_DELIVERY_FAILS,
        /** What GlassFish does: the commit fails and nobody is told. */
        SWALLOWED_COMMIT_FAILURE
    }

    final Deque<End> script = new ArrayDeque<>();
    final List<DeliveryReceipt> received = new CopyOnWriteArrayList<>();
    final List<SubmitResult> results = new CopyOnWriteArrayList<>();
    final Set<String> callers = ConcurrentHashMap.newKeySet();
    final AtomicInteger open = new AtomicInteger();
    volatile Runnable inListener = () -> {};
    boolean transacted = true;
    Class<?> type = DeliveryReceiptListener.class;
    private final ThreadLocal<Integer> status = ThreadLocal.withInitial(() -> Status.STATUS_NO_TRANSACTION);
    private final ThreadLocal<Synchronization> synchronization = new ThreadLocal<>();

    @Override
    public MessageEndpoint createEndpoint(XAResource resource) {
        if (resource != null) {
            throw new AssertionError("an XAResource would make one database two-phase");
        }
        open.incrementAndGet();
        return new Endpoint();
    }

    private final class Endpoint implements MessageEndpoint, DeliveryReceiptListener, SubmitResultListener {
        private boolean before;
        private End end = End.COMMIT;

        @Override
        public void beforeDelivery(Method method) {
            if (before) {
                throw new AssertionError("two deliveries at once");
            }
            before = true;
            end = script.isEmpty() ? End.COMMIT : script.poll();
            status.set(transacted ? Status.STATUS_ACTIVE : Status.STATUS_NO_TRANSACTION);
        }

        @Override
        public void onDeliveryReceipt(DeliveryReceipt receipt) {
            received.add(receipt);
            called();
        }

        @Override
        public void onSubmitResult(SubmitResult result) {
            results.add(result);
            called();
        }

        private void called() {
            callers.add(Thread.currentThread().getName());
            inListener.run();
            if (end == End.LISTENER_FAILS) {
                throw new IllegalStateException("the bean fails");
            }
        }

        @Override
        public void afterDelivery() throws ResourceException {
            if (!before) {
                throw new AssertionError("afterDelivery without beforeDelivery");
            }
            before = false;
            if (synchronization.get() != null && end != End.SWALLOWED_COMMIT_FAILURE) {
                synchronization
                        .get()
                        .afterCompletion(end == End.COMMIT ? Status.STATUS_COMMITTED : Status.STATUS_ROLLEDBACK);
            }
            synchronization.remove();
            status.remove();
            if (end == End.AFTER_DELIVERY_FAILS) {
                throw new ResourceException("commit failed");
            }
        }

        @Override
        public void release() {
            if (before) {
                throw new AssertionError("released between before and after");
            }
            open.decrementAndGet();
        }
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource, long timeout) {
        return createEndpoint(resource);
    }

    @Override
    public boolean isDeliveryTransacted(Method method) {
        return transacted;
    }

    @Override
    public String getActivationName() {
        return "scripted";
    }

    @Override
    public Class<?> getEndpointClass() {
        return type;
    }

    @Override
    public int getTransactionStatus() {
        return status.get();
    }

    @Override
    public void registerInterposedSynchronization(Synchronization sync) {
        synchronization.set(sync);
    }

    @Override
    public Object getTransactionKey() {
        return null;
    }

    @Override
    public void putResource(Object key, Object value) {}

    @Override
    public Object getResource(Object key) {
        return null;
    }

    @Override
    public void setRollbackOnly() {}

    @Override
    public boolean getRollbackOnly() {
        return false;
    }
}
