package org.smppra.it.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.smppra.ReceiptWish;
import org.smppra.ShortMessage;
import org.smppra.SmppException;
import org.smppra.Store;
import org.smppra.SubmitResult;
import org.smppra.UnansweredPolicy;
import org.smppra.engine.Account;
import org.smppra.engine.Engine;
import org.smppra.engine.OutboxOpener;
import org.smppra.engine.SubmitDefaults;
import org.smppra.gateway.GatewayRuntime;
import org.smppra.journal.DirectoryFiles;
import org.smppra.journal.JournalException;
import org.smppra.journal.JournalRuntime;
import org.smppra.journal.JournalSettings;
import org.smppra.journal.JournalStore;
import org.smppra.outbox.AccountOutbox;
import org.smppra.outbox.Branch;
import org.smppra.outbox.JournalOutbox;
import org.smppra.outbox.Outbox;
import org.smppra.outbox.OutboxSettings;
import org.smppra.outbox.XaBranches;
import org.smppra.ra.settings.AccountProperties;

/**
 * An engine with an outbox, an application and a transaction manager, in a JVM that is killed. Each line that it writes
 * says what is promised from then on; the log of the transaction manager is who reads them. Arguments: directory, hosts,
 * a number for this life, the point at which it halts and how often that is reached before; or {@code rest} to send all
 * that is left.
 */
public final class CrashProgram {
    private static final SubmitDefaults DEFAULTS = new SubmitDefaults("Shop", null, UnansweredPolicy.RESEND);
    private static final int WORKERS = 3;
    private static final int MOST_WAITING = 300;

    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final Path directory;
    private final long life;
    private final HaltPoint halt;
    private final AtomicLong names = new AtomicLong();
    private final Engine engine;
    private final Account account;

    private CrashProgram(String[] args) {
        directory = Path.of(args[0]);
        life = Long.parseLong(args[2]);
        halt = new HaltPoint(args[3], Integer.parseInt(args[4]));
        OutboxOpener opener = this::open;
        engine = new Engine("crash", opener);
        AccountProperties properties = new AccountProperties();
        properties.setHosts(args[1]);
        properties.setSystemId("shop");
        properties.setPassword("secret");
        properties.setReconnectMaxDelayMillis(100);
        properties.setWindowSize(20);
        account = engine.open(properties.settings(properties));
    }

    public static void main(String[] args) throws Exception {
        CrashProgram program = new CrashProgram(args);
        program.recover();
        if (args[3].equals("rest")) {
            program.sendRest();
        } else {
            program.work();
        }
    }

    private Outbox open(GatewayRuntime runtime) throws SmppException {
        try {
            HaltingFiles files = new HaltingFiles(DirectoryFiles.of(directory), halt);
            JournalSettings small = JournalSettings.defaults().withSegmentOctets(32 << 10);
            JournalRuntime time = new JournalRuntime(runtime.threads(), runtime.nanoTime(), runtime.clock());
            OutboxSettings settings = new OutboxSettings(
                    directory,
                    1_000_000,
                    320 << 20,
                    Duration.ofHours(48),
                    Duration.ofHours(72),
                    Duration.ofHours(24),
                    Duration.ofDays(1));
            Outbox outbox = JournalOutbox.open(
                    settings, runtime.clock(), visitor -> JournalStore.open(small, files, time, visitor));
            return halt.around(Outbox.class, outbox, AccountOutbox.class, XaBranches.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JournalException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One line, whole, in the pipe before this returns: there it survives. */
    private synchronized void say(String line) {
        out.println("> " + line);
        out.flush();
    }

    private synchronized String ask(String line) throws IOException {
        say(line);
        return in.readLine();
    }

    private void recover() throws Exception {
        XaBranches xa = engine.outbox().xa();
        for (Xid xid : xa.recover(XAResource.TMSTARTRSCAN)) {
            halt.reached("recovering");
            if (ask("recovered " + new String(xid.getGlobalTransactionId(), StandardCharsets.US_ASCII))
                    .equals("commit")) {
                xa.commit(xid, false);
            } else {
                xa.rollback(xid);
            }
        }
        xa.recover(XAResource.TMENDRSCAN);
        say("ready");
    }

    private interface Step {
        void run() throws Exception;
    }

    private static Thread start(Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.run();
            } catch (Exception e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        });
        thread.start();
        return thread;
    }

    private void work() throws Exception {
        start(this::results);
        for (int i = 0; i < WORKERS; i++) {
            Random random = new Random(life * WORKERS + i);
            start(() -> {
                while (true) {
                    if (account.outbox().waiting() < MOST_WAITING) {
                        transaction(random);
                    } else {
                        Thread.onSpinWait();
                    }
                }
            });
        }
    }

    /** A listener that commits each result. */
    private void results() throws Exception {
        AccountOutbox outbox = account.outbox();
        Semaphore some = new Semaphore(0);
        outbox.onResults(some::release);
        while (true) {
            some.acquire();
            some.drainPermits();
            take(outbox);
        }
    }

    private void take(AccountOutbox outbox) {
        List<SubmitResult> taken = outbox.takeResults(50);
        while (!taken.isEmpty()) {
            for (SubmitResult result : taken) {
                say("result " + result.reference() + " " + result.outcome());
                outbox.resultDelivered(result.submissionId());
            }
            taken = outbox.takeResults(50);
        }
    }

    private ShortMessage message(Random random, List<String> references) {
        UnansweredPolicy policy = random.nextInt(3) == 0 ? UnansweredPolicy.HOLD : UnansweredPolicy.RESEND;
        String reference = (policy == UnansweredPolicy.HOLD ? "h" : "r") + life + "-" + names.incrementAndGet();
        references.add(reference);
        return ShortMessage.to("4512345678")
                .text("hello")
                .reference(reference)
                .receipt(ReceiptWish.NONE)
                .unanswered(policy)
                .priority(random.nextInt(4))
                .build();
    }

    private void transaction(Random random) throws Exception {
        List<String> references = new ArrayList<>();
        List<ShortMessage> messages = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            messages.add(message(random, references));
        }
        String all = String.join(" ", references);
        Outbox outbox = engine.outbox();
        if (random.nextInt(4) == 0) {
            say("trying " + all);
            account.storeAll(messages, DEFAULTS, true, outbox::submit);
            say("committed " + all);
            return;
        }
        String name = life + "." + names.incrementAndGet();
        Xid xid = new Name(name);
        XaBranches xa = outbox.xa();
        Object resource = new Object();
        Branch branch = xa.start(xid, XAResource.TMNOFLAGS, resource);
        say("trying " + all);
        account.storeAll(messages, DEFAULTS, true, branch::add);
        xa.end(xid, XAResource.TMSUCCESS, resource);
        switch (random.nextInt(5)) {
            case 0 -> {
                xa.commit(xid, true);
                say("committed " + all);
            }
            case 1 -> {
                say("never " + all);
                xa.rollback(xid);
            }
            case 2 -> {
                say("preparing " + name + " " + all);
                xa.prepare(xid);
                say("never " + all);
                xa.rollback(xid);
            }
            default -> {
                say("preparing " + name + " " + all);
                xa.prepare(xid);
                say("decided " + name);
                xa.commit(xid, false);
            }
        }
    }

    private void sendRest() throws Exception {
        AccountOutbox outbox = account.outbox();
        while (outbox.waiting() > 0) {
            take(outbox);
            LockSupport.parkNanos(10_000_000);
        }
        take(outbox);
        engine.outbox()
                .list(account.accountKey(), Store.HELD, "", Integer.MAX_VALUE)
                .forEach(stored -> say("held " + stored.reference()));
        say("sent");
        in.readLine();
        engine.close();
        Runtime.getRuntime().halt(0);
    }

    /** A transaction's name as an Xid. */
    private record Name(String name) implements Xid {
        @Override
        public int getFormatId() {
            return 77;
        }

        @Override
        public byte[] getGlobalTransactionId() {
            return name.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public byte[] getBranchQualifier() {
            return ByteBuffer.allocate(1).array();
        }
    }
}
