package org.smppra.inbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.smppra.journal.DirectoryFiles;
import org.smppra.journal.JournalRuntime;
import org.smppra.journal.JournalSettings;
import org.smppra.journal.JournalStore;
import org.smppra.message.Octets;

/**
 * A program that fills an inbox in a directory, opens it again, and takes all. Arguments: directory, how many, and how
 * many receipts and ids are remembered.
 */
public final class LargeInbox {
    private static final Octets PDU = Octets.of(new byte[200]);

    private LargeInbox() {}

    private static JournalInbox open(Path directory) throws Exception {
        DirectoryFiles files = DirectoryFiles.of(directory);
        JournalRuntime time = new JournalRuntime(LargeInbox::thread, System::nanoTime, Clock.systemUTC());
        InboxSettings big = InboxSettings.defaults();
        InboxSettings settings = new InboxSettings(
                big.capacity(),
                2 * big.capacityOctets(),
                big.deadLetters(),
                big.deadLetterOctets(),
                big.receipts(),
                big.receiptAge(),
                big.sent(),
                big.sentAge());
        return JournalInbox.open(
                settings,
                Clock.systemUTC(),
                visitor -> JournalStore.open(JournalSettings.defaults(), files, time, visitor));
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    /** Prints: octets of heap in use when all wait, milliseconds to open again, how many were taken then, in order. */
    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        int count = Integer.parseInt(args[1]);
        JournalInbox inbox = open(directory);
        store(inbox.account(OpenInbox.ACCOUNT), count);
        remember(inbox, Integer.parseInt(args[2]));
        long used = used();
        inbox.close();
        inbox = null;
        long begin = System.nanoTime();
        inbox = open(directory);
        long opened = (System.nanoTime() - begin) / 1_000_000;
        System.out.println("> " + used + " " + opened + " " + takeAll(inbox.account(OpenInbox.ACCOUNT)));
        inbox.close();
    }

    private static void store(AccountInbox account, int count) throws Exception {
        Semaphore underWay = new Semaphore(1_000);
        AtomicReference<String> failed = new AtomicReference<>();
        for (int i = 0; i < count; i++) {
            underWay.acquire();
            String id = "1234567890abcdef" + i;
            account.store(new Incoming(List.of(PDU), Instant.now(), id, id, false), failure -> {
                if (failure != null) {
                    failed.set(failure);
                }
                underWay.release();
            });
        }
        underWay.acquire(1_000);
        if (failed.get() != null) {
            throw new IllegalStateException(failed.get());
        }
    }

    private static void remember(JournalInbox inbox, int count) {
        AccountInbox account = inbox.account(OpenInbox.ACCOUNT);
        for (int i = 0; i < count; i++) {
            String id = "1234567890abcdef" + i;
            account.committed(id + "/DELIVERED/20261127120000");
            account.ended(id);
            account.sent(id, new SentAs(String.format("%020d", i), "order-" + i, 1, 1));
            if (i % 1_000 == 0) {
                inbox.tick();
            }
        }
    }

    private static long takeAll(AccountInbox account) {
        long taken = 0;
        String last = "";
        for (List<Kept> some = account.take(100); !some.isEmpty(); some = account.take(100)) {
            for (Kept kept : some) {
                if (kept.id().compareTo(last) > 0) {
                    taken++;
                }
                last = kept.id();
                account.delivered(kept);
            }
        }
        return taken;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
