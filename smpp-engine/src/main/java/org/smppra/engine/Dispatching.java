package org.smppra.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smppra.delivery.ReceiptWatcher;
import org.smppra.dispatch.DispatchCounter;
import org.smppra.dispatch.OutboxDispatcher;
import org.smppra.message.MessageId;

/** The dispatcher of an account, once its outbox is open. What receipts say before that is kept for it. */
final class Dispatching implements ReceiptWatcher {
    /** As many receipts as can wait without an answer; what one of more would say is not heard. */
    private static final int MOST_EARLY = 5_000;

    private final Map<String, MessageId> early = new HashMap<>();
    private volatile @Nullable OutboxDispatcher dispatcher;
    private boolean expected;
    private boolean closed;

    /** @param expected whether there will be a dispatcher, or {@link #none} is called */
    Dispatching(boolean expected) {
        this.expected = expected;
    }

    synchronized void start(OutboxDispatcher ready) {
        if (!closed) {
            dispatcher = ready;
            ready.start();
            early.forEach(ready::receipt);
        }
        none();
    }

    /** There will be none. */
    synchronized void none() {
        expected = false;
        early.clear();
    }

    @Override
    public void receipt(String submissionId, MessageId messageId) {
        OutboxDispatcher running = dispatcher;
        if (running == null) {
            synchronized (this) {
                running = dispatcher;
                if (running == null && expected && early.size() < MOST_EARLY) {
                    early.put(submissionId, messageId);
                }
            }
        }
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
