package org.smppra.outbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import org.smppra.SmppException;
import org.smppra.SubmitResult;
import org.smppra.UnansweredPolicy;
import org.smppra.journal.JournalRuntime;
import org.smppra.journal.JournalSettings;
import org.smppra.journal.JournalStore;
import org.smppra.journal.PowerCutFiles;

/**
 * An application, a transaction manager and an SMSC around an outbox whose power is cut. What they know survives each cut:
 * what was promised to them, and what was sent to them.
 */
final class CutLife {
    /** What the application and its transaction manager know of a message. */
    enum Promise {
        /** The outbox had not said yet that it has it. */
        NONE,
        /** It is prepared, and the transaction manager has not decided. */
        PREPARED,
        COMMITTED,
        ROLLED_BACK
    }

    private final Map<String, Promise> promises = new HashMap<>();
    private final Map<String, UnansweredPolicy> policies = new HashMap<>();
    private final Map<TestXid, List<String>> branches = new HashMap<>();
    private final Map<String, Integer> sent = new HashMap<>();
    private final Messages messages = new Messages(Clock.systemUTC());
    private final Random random;
    private PowerCutFiles files;
    private JournalOutbox outbox;
    private long xids;
    private int duplicates;

    CutLife(long seed) {
        random = new Random(seed);
        files = new PowerCutFiles(seed, seed % 2 == 0 ? 512 : 4096);
    }

    Map<String, Promise> promises() {
        return promises;
    }

    int sent(String id) {
        return sent.getOrDefault(id, 0);
    }

    UnansweredPolicy policy(String id) {
        return policies.get(id);
    }

    int duplicates() {
        return duplicates;
    }

    JournalOutbox outbox() {
        return outbox;
    }

    AccountOutbox account() {
        return outbox.account(Messages.ACCOUNT);
    }

    /** Works until the power goes. */
    void workUntilCut(int operations) throws Exception {
        open();
        files.cutAfter(1 + random.nextInt(operations));
        try {
            while (!files.isOff()) {
                step();
            }
        } catch (SmppException | XAException e) {
            if (!files.isOff()) {
                throw e;
            }
        }
        outbox.close();
        files = files.restart();
    }

    void open() throws Exception {
        JournalRuntime time = new JournalRuntime(
                task -> {
                    Thread thread = new Thread(task, "journal");
                    thread.setDaemon(true);
                    return thread;
                },
                System::nanoTime,
                Clock.systemUTC());
        JournalSettings small = JournalSettings.defaults().withSegmentOctets(16 << 10);
        outbox = JournalOutbox.open(
                OpenOutbox.SETTINGS,
                Bounds.defaults(),
                Clock.systemUTC(),
                visitor -> JournalStore.open(small, files, time, visitor));
        recover();
    }

    /** As a transaction manager does: what it decided is done, what it does not know is rolled back. */
    private void recover() throws Exception {
        for (var xid : outbox.xa().recover(XAResource.TMSTARTRSCAN)) {
            TestXid known = TestXid.of(
                    java.nio.ByteBuffer.wrap(xid.getGlobalTransactionId()).getLong());
            List<String> ids = branches.get(known);
            if (promises.get(ids.get(0)) == Promise.COMMITTED) {
                outbox.xa().commit(xid, false);
            } else {
                ids.forEach(id -> promises.put(id, Promise.ROLLED_BACK));
                outbox.xa().rollback(xid);
            }
        }
        // What was prepared and not recovered was not decided: the transaction manager presumes the worst.
        promises.replaceAll((id, promise) -> promise == Promise.PREPARED ? Promise.ROLLED_BACK : promise);
    }

    private OutboxMessage message() {
        UnansweredPolicy policy = random.nextBoolean() ? UnansweredPolicy.HOLD : UnansweredPolicy.RESEND;
        OutboxMessage message = messages.parts(1 + random.nextInt(2), policy);
        promises.put(message.submissionId(), Promise.NONE);
        policies.put(message.submissionId(), policy);
        return message;
    }

    private void step() throws Exception {
        switch (random.nextInt(8)) {
            case 0 -> {
                OutboxMessage message = message();
                outbox.submit(List.of(message));
                promises.put(message.submissionId(), Promise.COMMITTED);
            }
            case 1, 2 -> transaction();
            case 3, 4, 5 -> send();
            case 6 -> results();
            default -> {
                for (String id : List.copyOf(sent.keySet())) {
                    account().resultDelivered(id);
                }
            }
        }
    }

    private void transaction() throws Exception {
        TestXid xid = TestXid.of(++xids);
        XaBranches xa = outbox.xa();
        Branch branch = xa.start(xid, XAResource.TMNOFLAGS, this);
        List<String> ids = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            OutboxMessage message = message();
            branch.add(List.of(message));
            ids.add(message.submissionId());
        }
        branches.put(xid, ids);
        xa.end(xid, XAResource.TMSUCCESS, this);
        switch (random.nextInt(4)) {
            case 0 -> {
                xa.commit(xid, true);
                ids.forEach(id -> promises.put(id, Promise.COMMITTED));
            }
            case 1 -> {
                ids.forEach(id -> promises.put(id, Promise.ROLLED_BACK));
                xa.rollback(xid);
            }
            default -> {
                ids.forEach(id -> promises.put(id, Promise.PREPARED));
                xa.prepare(xid);
                boolean commit = random.nextBoolean();
                ids.forEach(id -> promises.put(id, commit ? Promise.COMMITTED : Promise.ROLLED_BACK));
                if (commit) {
                    xa.commit(xid, false);
                } else {
                    xa.rollback(xid);
                }
            }
        }
    }

    private void send() throws Exception {
        List<Waiting> taken =
                account().take(1 + random.nextInt(4), Clock.systemUTC().instant());
        for (Waiting waiting : account().writing(taken)) {
            String id = waiting.message().submissionId();
            if (sent.merge(id, 1, Integer::sum) > 1) {
                duplicates++;
            }
            switch (random.nextInt(8)) {
                case 0 -> {} // no answer yet
                case 1 -> {
                    if (policies.get(id) == UnansweredPolicy.HOLD) {
                        account().hold(waiting, "no answer");
                    } else {
                        account().retry(waiting, Clock.systemUTC().instant(), true, "no answer");
                    }
                }
                default -> account().settle(waiting, Messages.accepted(waiting.message()));
            }
        }
    }

    private void results() {
        for (SubmitResult result : account().takeResults(3)) {
            account().resultDelivered(result.submissionId());
        }
    }

    /** Sends all that is left. */
    void sendRest() throws Exception {
        open();
        for (List<Waiting> taken = account().take(100, Clock.systemUTC().instant());
                !taken.isEmpty();
                taken = account().take(100, Clock.systemUTC().instant())) {
            for (Waiting waiting : account().writing(taken)) {
                sent.merge(waiting.message().submissionId(), 1, Integer::sum);
                account().settle(waiting, Messages.accepted(waiting.message()));
            }
        }
    }
}
