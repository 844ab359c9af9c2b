package org.smppra.it.foreign;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.DeliverSm;

/** A deliver_sm of a foreign SMSC under way. */
final class Delivering implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<CommandStatus> answer;

    Delivering(ForeignSmsc smsc, DeliverSm message) {
        answer = thread.submit(() -> smsc.deliver(message));
    }

    boolean isAnswered() {
        return answer.isDone();
    }

    CommandStatus answer() throws Exception {
        return answer.get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
