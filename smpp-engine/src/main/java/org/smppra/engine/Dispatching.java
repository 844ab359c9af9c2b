package org.smppra.engine;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smppra.delivery.ReceiptWatcher;
import org.smppra.dispatch.DispatchCounter;
import org.smppra.dispatch.OutboxDispatcher;
import org.smppra.message.MessageId;

/** The dispatcher of an account, once its outbox is open. */
final class Dispatching implements ReceiptWatcher {
    private volatile @Nullable OutboxDispatcher dispatcher;
    private boolean closed;

    synchronized void start(OutboxDispatcher ready) {
        if (!closed) {
            dispatcher = ready;
            ready.start();
        }
    }

    @Override
    public void receipt(String submissionId, MessageId messageId) {
        OutboxDispatcher running = dispatcher;
        if (running != null) {
            running.receipt(submissionId, messageId);
        }
    }

    Map<DispatchCounter, Long> counters() {
        OutboxDispatcher running = dispatcher;
        return running == null ? Map.of() : running.counters();
    }

    synchronized void stopTaking() {
        closed = true;
        if (dispatcher != null) {
            dispatcher.stopTaking();
        }
    }

    /** To be called when all links are gone. */
    void close(Duration timeout) {
        OutboxDispatcher running = dispatcher;
        if (running != null) {
            running.close(timeout);
        }
    }
}
