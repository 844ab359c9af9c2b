package org.smppra.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.smppra.journal.JournalRuntime;
import org.smppra.journal.JournalSettings;
import org.smppra.journal.JournalStore;
import org.smppra.journal.PowerCutFiles;

/** An SMSC and listeners around an inbox whose power is cut; what they know survives each cut. */
final class InboxCutLife {
    /** Told stored, and not delivered. */
    final Set<String> acknowledged = new HashSet<>();
    /** Delivered; each may come again only after a cut, marked. */
    final Set<String> delivered = new HashSet<>();
    /** Delivered, and something was forced after that: it must not come again at all. */
    final Set<String> surelyDelivered = new HashSet<>();
    /** Told buried, and still there. */
    final Set<String> dead = new HashSet<>();

    private final Set<String> deliveredSinceOpening = new HashSet<>();
    private final Set<String> committed = new HashSet<>();
    private final Random random;
    private PowerCutFiles files;
    private JournalInbox inbox;
    private int names;
    int duplicates;

    InboxCutLife(long seed) {
        random = new Random(seed);
        files = new PowerCutFiles(seed, seed % 2 == 0 ? 512 : 4096);
    }

    JournalInbox inbox() {
        return inbox;
    }

    AccountInbox account() {
        return inbox.account(OpenInbox.ACCOUNT);
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
        inbox = JournalInbox.open(
                OpenInbox.SETTINGS, Clock.systemUTC(), visitor -> JournalStore.open(small, files, time, visitor));
    }

    /** Works until the power goes, or until it is closed in order. */
    void workUntilCut(int operations, boolean closes) throws Exception {
        open();
        files.cutAfter(1 + random.nextInt(operations));
        boolean closed = false;
        while (!files.isOff() && !closed) {
            step();
            closed = closes && random.nextInt(40) == 0;
        }
        inbox.close();
        deliveredSinceOpening.clear();
        files.cut();
        files = files.restart();
    }

    private void step() {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> store();
            case 3 -> bury();
            case 4, 5, 6 -> take();
            default -> {
                inbox.tick();
                store();
            }
        }
    }

    private boolean wait(Consumer<KeepCallback> how) {
        AtomicBoolean well = new AtomicBoolean();
        CountDownLatch told = new CountDownLatch(1);
        how.accept(failure -> {
            well.set(failure == null);
            told.countDown();
        });
        try {
            told.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return well.get();
    }

    private void store() {
        String name = "n" + ++names;
        Set<String> before = Set.copyOf(deliveredSinceOpening);
        if (wait(told -> account().store(OpenInbox.incoming(name, "k" + random.nextInt(5)), told))) {
            acknowledged.add(name);
            surelyDelivered.addAll(before);
        }
    }

    private void bury() {
        String name = "n" + ++names;
        if (wait(told -> account().bury(OpenInbox.incoming(name, null), 1, "why", told))) {
            dead.add(name);
        }
    }

    private void take() {
        for (Kept kept : account().take(1 + random.nextInt(3))) {
            handle(kept, random.nextInt(6));
        }
    }

    void handle(Kept kept, int what) {
        String name = OpenInbox.text(kept);
        if (surelyDelivered.contains(name)) {
            throw new AssertionError(name + " was delivered, which is on disk, and comes again");
        }
        if (delivered.contains(name)) {
            duplicates++;
            if (!kept.incoming().possibleDuplicate()) {
                throw new AssertionError(name + " comes again and is not marked");
            }
        }
        switch (what) {
            case 0 -> account().returned(kept, kept.attempts() + 1, Instant.now());
            case 1 -> {
                if (account().bury(kept, 3, "never")) {
                    acknowledged.remove(name);
                    dead.add(name);
                }
            }
            default -> {
                account().committed(name);
                committed.add(name);
                account().delivered(kept);
                delivered.add(name);
                deliveredSinceOpening.add(name);
                acknowledged.remove(name);
            }
        }
    }

    /** Takes all that is left. */
    Set<String> rest() {
        Set<String> all = new HashSet<>();
        for (List<Kept> some = account().take(100);
                !some.isEmpty();
                some = account().take(100)) {
            for (Kept kept : some) {
                all.add(OpenInbox.text(kept));
                handle(kept, 2);
            }
        }
        return all;
    }

    Set<String> deadLetters() {
        Set<String> all = new HashSet<>();
        account()
                .deadLetters("", Integer.MAX_VALUE)
                .forEach(stored -> all.add(stored.reference().substring(2)));
        return all;
    }

    /** Of all that was committed, what is not remembered though the inbox says that it cannot have forgotten any. */
    long forgotten() {
        return account().mayHaveForgotten(Instant.now())
                ? 0
                : committed.stream()
                        .filter(name -> !account().isCommitted(name))
                        .count();
    }
}
