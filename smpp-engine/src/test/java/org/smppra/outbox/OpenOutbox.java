package org.smppra.outbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.smppra.SmppException;
import org.smppra.SubmitResult;
import org.smppra.journal.JournalException;
import org.smppra.journal.MemoryDisk;

/** An outbox on a disk in memory, opened again as often as a test likes. */
final class OpenOutbox {
    static final OutboxSettings SETTINGS = new OutboxSettings(
            Path.of("outbox"),
            1_000,
            1_000_000,
            Duration.ofHours(48),
            Duration.ofHours(72),
            Duration.ofHours(24),
            Duration.ofDays(1));

    private final OutboxSettings settings;
    private final Bounds bounds;
    private final MemoryDisk disk = new MemoryDisk();
    private final ManualClock clock = new ManualClock();
    private final Messages messages = new Messages(clock);
    private JournalOutbox outbox;

    OpenOutbox() {
        this(SETTINGS, Bounds.defaults());
    }

    OpenOutbox(OutboxSettings settings, Bounds bounds) {
        this.settings = settings;
        this.bounds = bounds;
        open();
    }

    private void open() {
        try {
            outbox = JournalOutbox.open(settings, bounds, clock, disk::open);
        } catch (JournalException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops and starts it; nothing is lost. */
    void reopen() {
        outbox.close();
        open();
    }

    /** Stops it without a warning; what was not forced is lost. */
    void crash() {
        disk.crash(0);
        open();
    }

    /** The same, but so many batches are on the disk. */
    void crashTo(int diskSize) {
        disk.crash(diskSize - (disk.size() - disk.unforced()));
        open();
    }

    /** The same, but what was appended is on disk, as after a SIGKILL. */
    void kill() {
        disk.crash(disk.unforced());
        open();
    }

    MemoryDisk disk() {
        return disk;
    }

    ManualClock clock() {
        return clock;
    }

    Instant now() {
        return clock.instant();
    }

    Messages messages() {
        return messages;
    }

    JournalOutbox outbox() {
        return outbox;
    }

    AccountOutbox account() {
        return outbox.account(Messages.ACCOUNT);
    }

    String submit(OutboxMessage message) throws SmppException {
        return outbox.submit(List.of(message)).get(0).submissionId();
    }

    List<Waiting> take() {
        return account().take(10_000, now());
    }

    Waiting takeOne() {
        return account().take(1, now()).get(0);
    }

    List<String> takeIds() {
        return ids(take());
    }

    static List<String> ids(List<Waiting> waiting) {
        return waiting.stream().map(each -> each.message().submissionId()).toList();
    }

    /** As a dispatcher does it. */
    Waiting write(Waiting waiting) throws SmppException {
        account().writing(List.of(waiting));
        return waiting;
    }

    void sendAll() throws SmppException {
        for (List<Waiting> taken = take(); !taken.isEmpty(); taken = take()) {
            for (Waiting waiting : account().writing(taken)) {
                account().settle(waiting, Messages.accepted(waiting.message()));
            }
        }
    }

    List<String> resultIds() {
        List<String> ids = new ArrayList<>();
        for (SubmitResult result : account().takeResults(10_000)) {
            ids.add(result.submissionId());
        }
        return ids;
    }
}
