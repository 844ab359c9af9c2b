package org.smppra.outbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.transaction.xa.XAResource;
import org.smppra.UnansweredPolicy;
import org.smppra.journal.DirectoryFiles;
import org.smppra.journal.JournalRuntime;
import org.smppra.journal.JournalSettings;
import org.smppra.journal.JournalStore;
import org.smppra.message.Octets;

/**
 * A program that fills an outbox in a directory, each message in a transaction of its own, opens it again, and says what
 * it saw. Arguments: directory, messages, ONE_PHASE or TWO_PHASE.
 */
public final class LargeOutbox {
    private static final int THREADS = 8;
    private static final AccountKey ACCOUNT = new AccountKey(
            "default", "customer42", Set.of("smsc1.provider.example:2775", "smsc2.provider.example:2775"));
    private static final Octets BODY = Octets.of(new byte[300]);

    private LargeOutbox() {}

    static JournalOutbox open(Path directory, OutboxSettings settings) throws Exception {
        DirectoryFiles files = DirectoryFiles.of(directory);
        JournalRuntime time = new JournalRuntime(LargeOutbox::thread, System::nanoTime, Clock.systemUTC());
        return JournalOutbox.open(
                settings,
                Clock.systemUTC(),
                visitor -> JournalStore.open(JournalSettings.defaults(), files, time, visitor));
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    static OutboxSettings settings(Path directory) {
        return new OutboxSettings(
                directory,
                1_000_000,
                320L << 20,
                Duration.ofHours(48),
                Duration.ofHours(72),
                Duration.ofHours(24),
                Duration.ofDays(1));
    }

    static OutboxMessage message(long number) {
        String id = String.format("%020d", number);
        return new OutboxMessage(
                ACCOUNT,
                id,
                id,
                null,
                Octets.empty(),
                0,
                null,
                UnansweredPolicy.RESEND,
                true,
                Instant.now(),
                null,
                List.of(BODY));
    }

    /** Prints: octets of heap in use when all wait, milliseconds to open again, messages that wait then. */
    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        long messages = Long.parseLong(args[1]);
        JournalOutbox outbox = open(directory, settings(directory));
        long begin = System.nanoTime();
        fill(outbox, messages, args[2].equals("TWO_PHASE"));
        System.err.println("filled in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        long used = used();
        outbox.close();
        outbox = null;
        begin = System.nanoTime();
        outbox = open(directory, settings(directory));
        long opened = (System.nanoTime() - begin) / 1_000_000;
        AccountOutbox account = outbox.account(ACCOUNT);
        System.out.println("> " + used + " " + opened + " " + account.waiting());
        outbox.close();
    }

    private static void fill(JournalOutbox outbox, long messages, boolean twoPhase) throws Exception {
        AtomicLong next = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        List<Exception> failures = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(thread(() -> {
                try {
                    for (long n = next.incrementAndGet(); n <= messages; n = next.incrementAndGet()) {
                        submit(outbox, message(n), twoPhase ? TestXid.of(n) : null);
                    }
                } catch (Exception e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private static void submit(JournalOutbox outbox, OutboxMessage message, TestXid xid) throws Exception {
        if (xid == null) {
            outbox.submit(List.of(message));
            return;
        }
        Object resource = new Object();
        outbox.xa().start(xid, XAResource.TMNOFLAGS, resource).add(List.of(message));
        outbox.xa().end(xid, XAResource.TMSUCCESS, resource);
        outbox.xa().prepare(xid);
        outbox.xa().commit(xid, false);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
