package org.smppra.inbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.smppra.outbox.AccountKey;

/**
 * An inbox without a disk: it remembers, and stores nothing. What was committed before it began it does not know, so that
 * at first every receipt may have been.
 */
public final class MemoryInbox implements Inbox {
    private record Known(List<AccountKey> keys, MemoryAccountInbox inbox) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Known> all = new ArrayList<>();
    private final Memory memory;

    /** Of the settings only those of what is remembered have a meaning. */
    public MemoryInbox(InboxSettings settings, Clock clock) {
        memory = new Memory(settings, clock);
        memory.doubt();
    }

    @Override
    public AccountInbox account(AccountKey key) {
        lock.lock();
        try {
            for (Known known : all) {
                if (known.keys.contains(key) || known.keys.stream().anyMatch(key::isSame)) {
                    if (!known.keys.contains(key)) {
                        known.keys.add(key);
                    }
                    return known.inbox;
                }
            }
            MemoryAccountInbox inbox = new MemoryAccountInbox(memory.account(key));
            all.add(new Known(new ArrayList<>(List.of(key)), inbox));
            return inbox;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<AccountKey> unattended() {
        return List.of();
    }

    /** What time alone does; to be called about once a second. */
    public void tick() {
        memory.dropOld();
    }

    @Override
    public Map<InboxCounter, Long> counters() {
        Map<InboxCounter, Long> counters = new EnumMap<>(InboxCounter.class);
        for (InboxCounter counter : InboxCounter.values()) {
            counters.put(counter, 0L);
        }
        counters.put(InboxCounter.FORGOTTEN, memory.forgotten());
        counters.put(InboxCounter.REFUSALS_FORGOTTEN, memory.refusalsForgotten());
        return counters;
    }

    @Override
    public void close() {}
}
