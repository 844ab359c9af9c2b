package org.smppra.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.message.MessageId;

/** One message in the hand of who sends it: until it is settled, put back or held. */
public interface Waiting {
    OutboxMessage message();

    /** Times it was in hand before, also before a restart as far as that was stored. */
    int attempts();

    /** Whether a part of it was written before without an answer: what leaves now may arrive twice. */
    boolean maybeSent();

    /** What the SMSC said to each part so far; null: nothing yet. As long as there are parts. */
    List<@Nullable MessageId> accepted();
}
