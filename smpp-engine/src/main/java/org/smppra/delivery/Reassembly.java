package org.smppra.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.smppra.text.Concatenation;

/**
 * Makes wholes of the parts of mobile-originated messages, in whatever order, over whatever links, and however often
 * they come. Guarded by its user.
 *
 * <p>Nothing that was acknowledged is lost: a part waits for its answer until the whole is settled. One that cannot wait
 * longer is refused, but its content stays; the SMSC sends it again, and the repeat replaces nothing and waits anew. A
 * message that was handed on is remembered for a while, with its delivery: parts of it that come again, those that were
 * refused meanwhile and those whose answer was lost, get the answer of the whole. What is forgotten here was settled or
 * is the SMSC's still: the worst that a bound or an end of the process can do is that a part comes again whose message
 * nobody remembers, and is delivered once more as incomplete, or refused until the SMSC gives it up.
 */
final class Reassembly {
    private final ReassemblySettings settings;
    /** Those that wait for parts, the oldest first. */
    private final Map<MessagePart.Message, PartialMessage> incomplete = new LinkedHashMap<>();
    /** Those handed on, the oldest first. */
    private final Map<MessagePart.Message, PartialMessage> handedOn = new LinkedHashMap<>();

    private final Deque<PartialMessage> givenUp = new ArrayDeque<>();
    private long octets;

    Reassembly(ReassemblySettings settings) {
        this.settings = settings;
    }

    /**
     * Takes a part. Look at {@link #takeGivenUp} after it.
     *
     * @return what it belongs to: whole now, waiting, or with a delivery already, which is to answer then
     */
    PartialMessage add(MessagePart part, Concatenation place, DueAnswer answer, long now) {
        MessagePart.Message key = part.message(place);
        PartialMessage known = handedOn.get(key);
        if (known != null && known.has(place.number(), part)) {
            return known;
        }
        PartialMessage message = incomplete.get(key);
        if (message != null && message.contradicts(place.number(), part)) {
            giveUp(message);
            message = null;
        }
        if (message == null) {
            message = new PartialMessage(key, now);
            incomplete.put(key, message);
        }
        octets += message.put(place.number(), part);
        message.await(answer);
        if (message.isWhole()) {
            remove(message);
        }
        keepBounds();
        return message;
    }

    private void remove(PartialMessage message) {
        incomplete.remove(message.key());
        octets -= message.octets();
    }

    /** Remembers it with its delivery, in place of an older one of the same key. */
    void handOn(PartialMessage message, Delivery delivery, long now) {
        message.handedOn(delivery, now);
        PartialMessage older = handedOn.remove(message.key());
        octets += message.octets() - (older == null ? 0 : older.octets());
        handedOn.put(message.key(), message);
        keepBounds();
    }

    /** Its listener did not take it: all its parts come again, and begin anew. */
    void forget(Delivery delivery) {
        Iterator<PartialMessage> each = handedOn.values().iterator();
        while (each.hasNext()) {
            PartialMessage message = each.next();
            if (delivery.equals(message.delivery())) {
                octets -= message.octets();
                each.remove();
                return;
            }
        }
    }

    private void keepBounds() {
        while (incomplete.size() > settings.messages()) {
            giveUp(incomplete.values().iterator().next());
        }
        while (handedOn.size() > settings.messages()) {
            forgetOldest();
        }
        while (octets > settings.octets() && !(handedOn.isEmpty() && incomplete.isEmpty())) {
            if (handedOn.isEmpty()) {
                giveUp(incomplete.values().iterator().next());
            } else {
                forgetOldest();
            }
        }
    }

    private void forgetOldest() {
        Iterator<PartialMessage> each = handedOn.values().iterator();
        octets -= each.next().octets();
        each.remove();
    }

    private void giveUp(PartialMessage message) {
        remove(message);
        givenUp.add(message);
    }

    /** The next one for which no more part is awaited; null if there is none. The caller hands it on or lets it go. */
    @Nullable
    PartialMessage takeGivenUp() {
        return givenUp.poll();
    }

    /** The answers of waiting parts that are meant, which wait here no longer; the parts stay. */
    List<DueAnswer> take(Predicate<DueAnswer> meant) {
        List<DueAnswer> taken = new ArrayList<>();
        incomplete.values().forEach(message -> taken.addAll(message.take(meant)));
        return taken;
    }

    /** Gives up what is too old and forgets what was handed on long ago. Look at {@link #takeGivenUp} after it. */
    void tick(long now) {
        for (PartialMessage message : List.copyOf(incomplete.values())) {
            if (!message.isOlderThan(settings.timeout(), now)) {
                break; // in order of their first parts
            }
            giveUp(message);
        }
        while (!handedOn.isEmpty() && handedOn.values().iterator().next().isOlderThan(settings.timeout(), now)) {
            forgetOldest();
        }
    }

    int incomplete() {
        return incomplete.size();
    }

    int remembered() {
        return handedOn.size();
    }

    long octets() {
        return octets;
    }
}
