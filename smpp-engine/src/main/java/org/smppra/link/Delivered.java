package org.smppra.link;

import java.util.Arrays;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.Envelope;
import org.smppra.session.Session;

/**
 * The messages among the PDUs of one batch, on their way to the listener, and the answers that it gave while it was told
 * of them. Kept as places and numbers: references to what is young, stored again and again in an array that is old, are
 * what a collector has to look after. The reader thread's own.
 */
final class Delivered {
    private static final long NONE = Long.MIN_VALUE;

    private int[] places = new int[64];
    private long[] answers = new long[64];
    private int size;
    private int current = -1;

    void add(int place) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
            answers = Arrays.copyOf(answers, size * 2);
        }
        places[size] = place;
        answers[size] = NONE;
        size++;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Without the lock. */
    void tell(Batch batch, Link link, LinkListener listener) {
        for (current = 0; current < size; current++) {
            try {
                listener.delivered(link, envelope(batch, current));
            } catch (RuntimeException e) {
                Aftermath.failed(e);
            }
        }
        current = -1;
    }

    /** @return whether it is the message that the listener is being told of; {@link #answer} gives the answer then */
    boolean answersLater(Batch batch, Envelope message, CommandStatus status) {
        if (current < 0 || envelope(batch, current) != message) {
            return false;
        }
        answers[current] = status.value();
        return true;
    }

    /** Under the lock: one turn of it for all answers. */
    void answer(Batch batch, Session<Call> session) {
        for (int i = 0; i < size; i++) {
            if (answers[i] != NONE) {
                session.answer(envelope(batch, i), CommandStatus.of((int) answers[i]));
            }
        }
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    private Envelope envelope(Batch batch, int index) {
        Envelope envelope = batch.envelope(places[index]);
        if (envelope == null) {
            throw new IllegalStateException("no PDU at " + places[index]);
        }
        return envelope;
    }
}
