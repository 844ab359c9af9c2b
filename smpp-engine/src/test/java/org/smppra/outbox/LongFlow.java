package org.smppra.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.smppra.SubmitResult;

/**
 * A program that lets messages pass through an outbox: submitted by some threads, sent by one, their results committed by
 * another one. Arguments: directory, messages.
 */
public final class LongFlow {
    private static final int SUBMITTERS = 4;
    private static final int MOST_WAITING = 20_000;
    private static final int BATCH = 256;

    private LongFlow() {}

    /** Prints: messages whose results came, the most octets on disk, entries left. */
    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        long messages = Long.parseLong(args[1]);
        JournalOutbox outbox = LargeOutbox.open(directory, LargeOutbox.settings(directory));
        AccountOutbox account = outbox.account(LargeOutbox.message(1).account());
        Semaphore room = new Semaphore(MOST_WAITING);
        AtomicLong next = new AtomicLong();
        for (int i = 0; i < SUBMITTERS; i++) {
            start(() -> {
                for (long n = next.incrementAndGet(); n <= messages; n = next.incrementAndGet()) {
                    room.acquireUninterruptibly();
                    outbox.submit(List.of(LargeOutbox.message(n)));
                }
            });
        }
        Semaphore waiting = new Semaphore(0);
        account.attach(account, waiting::release);
        start(() -> send(account, waiting));
        long most = 0;
        long results = 0;
        Semaphore settled = new Semaphore(0);
        account.onResults(settled::release);
        while (results < messages) {
            settled.acquire();
            settled.drainPermits();
            List<SubmitResult> taken = account.takeResults(BATCH);
            while (!taken.isEmpty()) {
                for (SubmitResult result : taken) {
                    account.resultDelivered(result.submissionId());
                }
                long before = results;
                results += taken.size();
                room.release(taken.size());
                if (before / 50_000 != results / 50_000) {
                    most = Math.max(most, octets(directory));
                }
                taken = account.takeResults(BATCH);
            }
        }
        most = Math.max(most, octets(directory));
        outbox.close();
        JournalOutbox again = LargeOutbox.open(directory, LargeOutbox.settings(directory));
        AccountOutbox left = again.account(LargeOutbox.message(1).account());
        System.out.println("> " + results + " " + most + " "
                + (left.waiting() + left.takeResults(BATCH).size()));
        again.close();
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void start(Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.run();
            } catch (Exception e) {
                e.printStackTrace();
                System.exit(1);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void send(AccountOutbox account, Semaphore waiting) throws Exception {
        while (true) {
            List<Waiting> taken = account.take(BATCH, Instant.now());
            if (taken.isEmpty()) {
                waiting.acquire();
                waiting.drainPermits();
            }
            for (Waiting message : account.writing(taken)) {
                account.settle(message, Messages.accepted(message.message()));
            }
        }
    }

    private static long octets(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.mapToLong(LongFlow::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
