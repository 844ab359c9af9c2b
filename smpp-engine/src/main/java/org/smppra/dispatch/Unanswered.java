package org.smppra.dispatch;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smppra.message.MessageId;

/**
 * Messages that were written without an answer, so that what comes late finds them: put back, held, or in hand again.
 * The newest only; an answer to others finds them in the outbox, if they have one part. The dispatcher's thread only.
 */
final class Unanswered {
    private static final int MOST = 10_000;

    private final Map<String, InHand> messages = new LinkedHashMap<>();

    /** Known from now on, instead of what was known of the same submission. */
    void add(InHand message) {
        messages.remove(id(message));
        messages.put(id(message), message);
        if (messages.size() > MOST) {
            Iterator<InHand> eldest = messages.values().iterator();
            eldest.next();
            eldest.remove();
        }
    }

    /** The message is in hand again: what came late meanwhile is known of it too. */
    void takenAgain(InHand message) {
        InHand before = messages.get(id(message));
        if (before != null) {
            for (int i = 0; i < message.parts(); i++) {
                MessageId known = before.accepted(i);
                if (known != null && !message.isAccepted(i)) {
                    message.accepted(i, known);
                }
            }
        }
        add(message);
    }

    @Nullable
    InHand of(String submissionId) {
        return messages.get(submissionId);
    }

    void remove(InHand message) {
        messages.remove(id(message));
    }

    private static String id(InHand message) {
        return message.message().submissionId();
    }
}
