package org.smppra.ra.container;

import jakarta.ejb.ApplicationException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.LocalTransactionException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import java.lang.reflect.Method;
import javax.transaction.xa.XAException;
import org.smppra.DeliveryReceipt;
import org.smppra.DeliveryReceiptListener;
import org.smppra.ReceivedMessage;
import org.smppra.ShortMessageListener;
import org.smppra.SubmitResult;
import org.smppra.SubmitResultListener;

/** One endpoint: Option B in its order, on one thread, released once. */
final class StrictEndpoint
        implements MessageEndpoint, DeliveryReceiptListener, ShortMessageListener, SubmitResultListener {
    private static final ClassLoader APPLICATION = new ClassLoader(StrictEndpoint.class.getClassLoader()) {};

    private final StrictEndpoints bean;
    private final Thread owner = Thread.currentThread();
    private DeliveryEnd end;
    private Method announced;
    private int calls;
    private ClassLoader before;
    private boolean released;

    StrictEndpoint(StrictEndpoints bean) {
        this.bean = bean;
    }

    private void check(boolean right, String wrong) {
        if (!right) {
            bean.server.violation(wrong);
        }
        if (released) {
            bean.server.violation("used after its release");
        }
        if (Thread.currentThread() != owner) {
            bean.server.violation("used on another thread than it was made on");
        }
    }

    @Override
    public void beforeDelivery(Method method) throws ResourceException {
        check(end == null, "beforeDelivery twice");
        DeliveryEnd next = bean.ends.poll();
        end = next == null ? DeliveryEnd.COMMIT : next;
        announced = method;
        calls = 0;
        if (end == DeliveryEnd.BEFORE_FAILS || end == DeliveryEnd.BEFORE_ERROR) {
            boolean error = end == DeliveryEnd.BEFORE_ERROR;
            end = null;
            if (error) {
                throw new NoClassDefFoundError("org/example/Missing");
            }
            throw new ResourceException("no delivery now");
        }
        before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(APPLICATION);
        if (bean.isTransacted()) {
            bean.transactions.begin();
            if (end == DeliveryEnd.BEFORE_MARKS_ROLLBACK) {
                bean.transactions.setRollbackOnly();
            }
        }
    }

    @Override
    public void onDeliveryReceipt(DeliveryReceipt receipt) {
        called("onDeliveryReceipt", DeliveryReceiptListener.class, receipt);
    }

    @Override
    public void onShortMessage(ReceivedMessage message) {
        called("onShortMessage", ShortMessageListener.class, message);
    }

    @Override
    public void onSubmitResult(SubmitResult result) {
        called("onSubmitResult", SubmitResultListener.class, result);
    }

    private void called(String name, Class<?> listener, Object value) {
        check(end != null, "called without beforeDelivery");
        check(++calls == 1, "called twice in one delivery");
        check(
                announced.getName().equals(name) && announced.getDeclaringClass() == listener,
                "beforeDelivery was told of another method: " + announced);
        check(
                Thread.currentThread().getContextClassLoader() == APPLICATION,
                "the application's class loader was taken from the thread");
        if (end == DeliveryEnd.BEAN_GONE) {
            throw new IllegalStateException("the bean is shutting down");
        }
        bean.call(value);
        switch (end) {
            case BEAN_FAILS -> throw failed(new IllegalStateException("the bean fails"));
            case BEAN_ERROR -> throw failed(new NoClassDefFoundError("org/example/Gone"));
            case APPLICATION_EXCEPTION -> throw StrictEndpoint.<RuntimeException>any(new Exception("checked"));
            case ANNOTATED_EXCEPTION -> throw new OfApplication();
            case SILENT_ROLLBACK -> markRollback();
            default -> {}
        }
    }

    private RuntimeException failed(Throwable why) {
        markRollback();
        throw StrictEndpoint.<RuntimeException>any(why);
    }

    private void markRollback() {
        if (bean.isTransacted()) {
            bean.transactions.setRollbackOnly();
        }
    }

    @SuppressWarnings("unchecked") // a proxy of a server may throw what the method does not declare
    private static <T extends Throwable> T any(Throwable why) throws T {
        throw (T) why;
    }

    @Override
    public void afterDelivery() throws ResourceException {
        check(end != null, "afterDelivery without beforeDelivery");
        DeliveryEnd now = end;
        end = null;
        Thread.currentThread().setContextClassLoader(before);
        if (bean.isTransacted()) {
            complete(now);
        }
        if (now == DeliveryEnd.COMMIT_FAILS) {
            throw new LocalTransactionException("the commit failed");
        }
        if (now == DeliveryEnd.COMMIT_AND_COMPLAINT) {
            throw new ResourceException("a statistic could not be written");
        }
    }

    private void complete(DeliveryEnd now) throws ResourceException {
        try {
            if (now.commits() || now == DeliveryEnd.BEAN_GONE) {
                bean.transactions.commit();
            } else {
                bean.transactions.rollback();
            }
        } catch (XAException e) {
            throw new ResourceException(e);
        }
    }

    @Override
    public void release() {
        check(end == null, "released between beforeDelivery and afterDelivery");
        released = true;
        bean.released();
    }

    @ApplicationException
    private static class OfApplication extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
