package org.smppra.link;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.smppra.codec.PduException;
import org.smppra.pdu.Envelope;

/** The PDUs of one read in their order, and the frames among them that are none. Filled again and again. */
final class Batch {
    private @Nullable Envelope[] envelopes = new @Nullable Envelope[64];
    private @Nullable PduException[] problems = new @Nullable PduException[64];
    private int size;

    void add(@Nullable Envelope envelope, @Nullable PduException problem) {
        if (size == envelopes.length) {
            envelopes = Arrays.copyOf(envelopes, size * 2);
            problems = Arrays.copyOf(problems, size * 2);
        }
        envelopes[size] = envelope;
        problems[size] = problem;
        size++;
    }

    int size() {
        return size;
    }

    /** The PDU at this place; null if its frame is none. */
    @Nullable
    Envelope envelope(int index) {
        return envelopes[index];
    }

    /** Why the frame at this place is no PDU; null if it is one. */
    @Nullable
    PduException problem(int index) {
        return problems[index];
    }

    void clear() {
        Arrays.fill(envelopes, 0, size, null);
        Arrays.fill(problems, 0, size, null);
        size = 0;
    }
}
