package org.smppra.it.foreign;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.SubmitSm;

/** Somebody else's SMSC on a free port; takes the account shop with the password secret, and keeps count. */
abstract class ForeignSmsc implements AutoCloseable {
    private final Function<SubmitSm, CommandStatus> verdict;
    private final Queue<SubmitSm> submitted = new ConcurrentLinkedQueue<>();
    private final List<BindRequest> binds = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<Integer, LongAdder> received = new ConcurrentHashMap<>();

    ForeignSmsc(Function<SubmitSm, CommandStatus> verdict) {
        this.verdict = verdict;
    }

    abstract String address();

    /** Sends it to one bind that receives. @return the status of the deliver_sm_resp */
    abstract CommandStatus deliver(DeliverSm message) throws Exception;

    /** Sends one on every bind and waits for its answer. */
    abstract void enquireLink() throws Exception;

    /** Unbinds every session, waits for the answers and closes; new ones are taken. */
    abstract void unbind() throws Exception;

    /** Closes every socket without a word; new ones are taken. */
    abstract void drop();

    abstract int sessions();

    @Override
    public abstract void close();

    /** PDUs of this kind that came, as the library cut them. */
    final long received(CommandId id) {
        LongAdder count = received.get(id.value());
        return count == null ? 0 : count.sum();
    }

    /** What was submitted, as the library decoded it. */
    final List<SubmitSm> submitted() {
        return List.copyOf(submitted);
    }

    /** Binds that were asked for, as the library decoded them. */
    final List<BindRequest> binds() {
        return binds;
    }

    final void count(int commandId) {
        received.computeIfAbsent(commandId, id -> new LongAdder()).increment();
    }

    /** @return the status to answer with */
    final CommandStatus judge(BindRequest bind) {
        binds.add(bind);
        boolean ours = bind.systemId().equals("shop") && bind.password().equals("secret");
        return ours ? CommandStatus.ESME_ROK : CommandStatus.ESME_RINVPASWD;
    }

    /** @return the status to answer with */
    final CommandStatus judge(SubmitSm message) {
        submitted.add(message);
        return verdict.apply(message);
    }
}
