package org.smppra.it.foreign;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.SubmitSm;

/** Somebody else's client, bound; acknowledges what is delivered. */
abstract class ForeignEsme implements AutoCloseable {
    private final List<DeliverSm> delivered = new CopyOnWriteArrayList<>();
    private final List<ForeignReceipt> receipts = new CopyOnWriteArrayList<>();

    /** @return the message_id */
    abstract String submit(SubmitSm message) throws Exception;

    /** Sends one and waits for its answer. */
    abstract void enquireLink() throws Exception;

    /** Requests of SMPP 3.4 that the provider does not know: each gives the status of the generic_nack it got. */
    abstract Map<String, Callable<CommandStatus>> beyondTheProvider();

    /** The version that the library took out of the bind's answer. */
    abstract int interfaceVersion();

    /** Sends it, waits for the answer and closes. */
    abstract void unbind() throws Exception;

    abstract boolean isBound();

    @Override
    public abstract void close();

    /** What was delivered, as the library decoded it. */
    final List<DeliverSm> delivered() {
        return delivered;
    }

    /** The reports among them, as the library's parser of their text reads them. */
    final List<ForeignReceipt> receipts() {
        return receipts;
    }

    final void take(DeliverSm message) {
        delivered.add(message);
    }

    final void take(ForeignReceipt receipt) {
        receipts.add(receipt);
    }
}
