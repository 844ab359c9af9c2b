package org.smppra.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The parts that came of one message, and their answers until it is delivered. Guarded by its user. */
final class PartialMessage {
    private final MessagePart.Message key;
    private long since;
    private final @Nullable MessagePart[] parts;
    private final List<DueAnswer> answers = new ArrayList<>();
    private int missing;
    private int octets;
    private @Nullable Delivery delivery;

    PartialMessage(MessagePart.Message key, long now) {
        this.key = key;
        this.since = now;
        this.parts = new MessagePart[key.total()];
        this.missing = key.total();
    }

    MessagePart.Message key() {
        return key;
    }

    boolean isOlderThan(long age, long now) {
        return now - since >= age;
    }

    boolean isWhole() {
        return missing == 0;
    }

    int missing() {
        return missing;
    }

    int octets() {
        return octets;
    }

    /** Whether the part of this number came, with the same content. */
    boolean has(int number, MessagePart part) {
        MessagePart known = parts[number - 1];
        return known != null && known.repeats(part);
    }

    /** Whether the part of this number came with another content: then it is of another message. */
    boolean contradicts(int number, MessagePart part) {
        MessagePart known = parts[number - 1];
        return known != null && !known.repeats(part);
    }

    /** @return the octets that it takes; 0 for one that was there already */
    int put(int number, MessagePart part) {
        if (parts[number - 1] != null) {
            return 0;
        }
        parts[number - 1] = part;
        missing--;
        octets += part.weight();
        return part.weight();
    }

    void await(DueAnswer answer) {
        answers.add(answer);
    }

    /** The answers that are meant, which wait here no longer; the parts stay. */
    List<DueAnswer> take(Predicate<DueAnswer> meant) {
        List<DueAnswer> taken = answers.stream().filter(meant).toList();
        answers.removeAll(taken);
        return taken;
    }

    List<MessagePart> parts() {
        return Arrays.stream(parts).filter(Objects::nonNull).toList();
    }

    /** From now on its delivery has the answers, and its age counts anew. */
    void handedOn(Delivery how, long now) {
        delivery = how;
        since = now;
    }

    /** Null as long as it waits for parts. */
    @Nullable
    Delivery delivery() {
        return delivery;
    }
}
