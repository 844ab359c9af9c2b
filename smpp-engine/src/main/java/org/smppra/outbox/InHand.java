package org.smppra.outbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.message.MessageId;

/** A message in the hand of who sends it, or shown to it. */
final class InHand implements Waiting {
    private final Entry entry;
    private final boolean maybeSent;
    private final int attempts;
    private final MessageRecord record;
    private final List<@Nullable MessageId> accepted;
    private volatile boolean written;

    /** As the entry is before it is taken. */
    InHand(Entry entry, MessageRecord record) {
        this.entry = entry;
        this.maybeSent = entry.maybeSent();
        this.attempts = entry.attempts();
        this.record = record;
        this.accepted = Collections.synchronizedList(new ArrayList<>(record.accepted()));
    }

    Entry entry() {
        return entry;
    }

    /** Whether it was handed over to be written. */
    boolean isWritten() {
        return written;
    }

    void written() {
        this.written = true;
    }

    void accepted(int part, MessageId id) {
        accepted.set(part, id);
    }

    @Override
    public OutboxMessage message() {
        return record.message();
    }

    @Override
    public int attempts() {
        return attempts;
    }

    @Override
    public boolean maybeSent() {
        return maybeSent;
    }

    @Override
    public List<@Nullable MessageId> accepted() {
        synchronized (accepted) {
            return Collections.unmodifiableList(new ArrayList<>(accepted));
        }
    }

    /** What is known of it now; its own record says all from now on, so that it needs no other one. */
    MessageRecord record(MessageRecord.Mark mark, boolean maySent, String reason) {
        return new MessageRecord(message(), 0, mark, maySent, attempts + 1, reason, accepted());
    }
}
