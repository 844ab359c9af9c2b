package org.smppra.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smppra.journal.JournalException;
import org.smppra.journal.MemoryDisk;
import org.smppra.message.Octets;
import org.smppra.outbox.AccountKey;
import org.smppra.outbox.ManualClock;

/** An inbox on a disk in memory, opened again as often as a test likes. */
final class OpenInbox {
    static final AccountKey ACCOUNT =
            new AccountKey("default", "customer42", Set.of("a.example:2775", "b.example:2775"));
    static final InboxSettings SETTINGS =
            new InboxSettings(1_000, 1_000_000, 100, 1_000_000, 640, Duration.ofHours(48), 640, Duration.ofHours(72));

    private final InboxSettings settings;
    private final MemoryDisk disk = new MemoryDisk();
    private final ManualClock clock = new ManualClock();
    private JournalInbox inbox;

    OpenInbox() {
        this(SETTINGS);
    }

    OpenInbox(InboxSettings settings) {
        this.settings = settings;
        open();
    }

    private void open() {
        try {
            inbox = JournalInbox.open(settings, clock, disk::open);
        } catch (JournalException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops and starts it; nothing is lost. */
    void reopen() {
        inbox.close();
        open();
    }

    /** Stops it without a warning; what was not forced is lost, but for so many batches. */
    void crash(int unforcedThatStay) {
        disk.crash(unforcedThatStay);
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

    JournalInbox inbox() {
        return inbox;
    }

    AccountInbox account() {
        return inbox.account(ACCOUNT);
    }

    static Incoming incoming(String text, @Nullable String orderKey) {
        Instant at = Instant.parse("2026-11-27T11:00:00.5Z");
        return new Incoming(
                List.of(Octets.ofLatin1(text), Octets.ofLatin1("second")), at, orderKey, "r-" + text, false);
    }

    static String text(Kept kept) {
        return kept.incoming().pdus().get(0).toLatin1();
    }

    static List<String> texts(List<Kept> kept) {
        return kept.stream().map(OpenInbox::text).toList();
    }

    /** @return why not; null: it is stored */
    @Nullable
    String store(String text, @Nullable String orderKey) {
        List<@Nullable String> told = new ArrayList<>();
        account().store(incoming(text, orderKey), told::add);
        if (told.size() != 1) {
            throw new AssertionError("Told " + told.size() + " times");
        }
        return told.get(0);
    }

    /** @return why not; null: it is a dead letter */
    @Nullable
    String bury(String text) {
        List<@Nullable String> told = new ArrayList<>();
        account().bury(incoming(text, null), 3, "no listener", told::add);
        return told.get(0);
    }

    List<String> takeTexts() {
        return texts(account().take(10_000));
    }

    Kept takeOne() {
        return account().take(1).get(0);
    }
}
