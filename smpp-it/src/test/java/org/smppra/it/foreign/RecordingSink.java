package org.smppra.it.foreign;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.smppra.Delivered;
import org.smppra.delivery.Delivery;
import org.smppra.delivery.DeliverySink;
import org.smppra.message.CommandStatus;

/** A listener that takes all, and settles when the test says so. */
public final class RecordingSink implements DeliverySink {
    private final Queue<Delivery> open = new ConcurrentLinkedQueue<>();
    private final List<Delivered> values = new CopyOnWriteArrayList<>();

    @Override
    public boolean takes(Delivered value) {
        return true;
    }

    @Override
    public void offer(Delivery delivery) {
        values.add(delivery.value());
        open.add(delivery);
    }

    public List<Delivered> values() {
        return values;
    }

    public int open() {
        return open.size();
    }

    /** Settles all that are open. */
    public void settle(CommandStatus status) {
        for (Delivery delivery = open.poll(); delivery != null; delivery = open.poll()) {
            if (status.isOk()) {
                delivery.committed();
            } else {
                delivery.refused(status);
            }
        }
    }
}
