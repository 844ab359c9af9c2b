package org.smppra.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.Stored;

/** Random work, closed and killed at random moments, against plain maps. */
class InboxModelTest {
    private static final int STEPS = 5_000 * Integer.getInteger("smpp.test.scale", 1);
    private static final int ENOUGH = 40;
    private static final Logger LOGGER = Logger.getLogger("org.smppra.inbox");

    /** What is to be known of one that was stored. */
    private static final class Known {
        private final String orderKey;
        private int attempts;
        private boolean doubtful;

        Known(String orderKey) {
            this.orderKey = orderKey;
        }
    }

    private final OpenInbox open = new OpenInbox();
    /** In the order of their age. */
    private final Map<String, Known> waiting = new LinkedHashMap<>();

    private final Map<String, Known> dead = new LinkedHashMap<>();
    private final Map<String, Kept> hands = new HashMap<>();
    private final Set<String> committed = new HashSet<>();
    private final Set<String> unsure = new HashSet<>();
    private Random random;
    private int names;

    @BeforeAll
    static void quiet() {
        LOGGER.setUseParentHandlers(false);
    }

    @AfterAll
    static void loud() {
        LOGGER.setUseParentHandlers(true);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void knows_what_a_map_knows_however_it_is_stopped(long seed) {
        random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            step();
            if (random.nextInt(20) == 0) {
                compare();
            }
        }
        open.reopen();
        hands.forEach((name, kept) -> waiting.get(name).doubtful = true);
        hands.clear();
        drain();
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> store();
            case 3, 4 -> take();
            case 5, 6 -> deliver();
            case 7 -> giveBack();
            case 8 -> bury();
            case 9 -> dig();
            case 10 -> remember();
            default -> {
                if (random.nextInt(10) == 0) {
                    stop();
                } else {
                    open.inbox().tick();
                    open.clock().advance(Duration.ofMillis(random.nextInt(3_000)));
                }
            }
        }
    }

    private void store() {
        if (waiting.size() >= ENOUGH) {
            return;
        }
        String name = "n" + ++names;
        String orderKey = random.nextInt(4) == 0 ? null : "k" + random.nextInt(10);
        assertThat(open.store(name, orderKey)).isNull();
        waiting.put(name, new Known(orderKey));
    }

    private void take() {
        for (Kept kept : open.account().take(1 + random.nextInt(4))) {
            String name = OpenInbox.text(kept);
            Known known = waiting.get(name);
            assertThat(known).as(name).isNotNull();
            assertThat(kept.attempts()).as(name).isEqualTo(known.attempts);
            assertThat(kept.incoming().possibleDuplicate()).as(name).isEqualTo(known.doubtful);
            assertThat(hands.put(name, kept)).isNull();
            for (Map.Entry<String, Known> other : waiting.entrySet()) {
                if (known.orderKey == null || other.getKey().equals(name)) {
                    break; // none of these is older
                }
                assertThat(other.getValue().orderKey).as(other.getKey()).isNotEqualTo(known.orderKey);
            }
        }
    }

    private String anyOf(Map<String, ?> some) {
        List<String> names = new ArrayList<>(some.keySet());
        return names.isEmpty() ? null : names.get(random.nextInt(names.size()));
    }

    private void deliver() {
        String name = anyOf(hands);
        if (name != null) {
            open.account().delivered(hands.remove(name));
            waiting.remove(name);
        }
    }

    private void giveBack() {
        String name = anyOf(hands);
        if (name != null) {
            int attempts = random.nextInt(5);
            open.account().returned(hands.remove(name), attempts, open.now().plusMillis(random.nextInt(5_000)));
            waiting.get(name).attempts = attempts;
        }
    }

    private void bury() {
        String name = anyOf(hands);
        if (name != null && random.nextBoolean()) {
            open.account().bury(hands.remove(name), 7, "because");
            dead.put(name, waiting.remove(name));
        } else if (dead.size() < ENOUGH) {
            String other = "n" + ++names;
            assertThat(open.bury(other)).isNull();
            dead.put(other, new Known(null));
        }
    }

    private void dig() {
        List<Stored> letters = open.account().deadLetters("", 1000);
        if (letters.isEmpty()) {
            return;
        }
        Stored letter = letters.get(random.nextInt(letters.size()));
        String name = letter.reference().substring(2);
        Known known = dead.remove(name);
        assertThat(known).as(name).isNotNull();
        if (known.orderKey != null || known.doubtful || random.nextBoolean()) {
            assertThat(open.account().discard(letter.id())).isTrue();
        } else {
            assertThat(open.account().deliverAgain(letter.id())).isTrue();
            known.attempts = 0;
            waiting.put(name, known);
        }
    }

    private void remember() {
        String name = "c" + ++names;
        open.account().committed(name);
        unsure.add(name);
        if (random.nextBoolean()) {
            open.inbox().tick();
            committed.addAll(unsure);
            unsure.clear();
        }
    }

    /** A kill keeps what was appended; what is in hand is no longer. */
    private void stop() {
        boolean orderly = random.nextBoolean();
        if (orderly) {
            open.reopen();
            committed.addAll(unsure);
            hands.forEach((name, kept) -> waiting.get(name).doubtful = true);
        } else {
            open.crash(open.disk().unforced());
            waiting.values().forEach(known -> known.doubtful = true);
            dead.values().forEach(known -> known.doubtful = true);
        }
        unsure.clear();
        hands.clear();
        compare();
    }

    private void compare() {
        assertThat(open.account().waiting()).isEqualTo(waiting.size() - hands.size());
        assertThat(open.account().deadLetterCount()).isEqualTo(dead.size());
        assertThat(open.account().deadLetters("", 1000))
                .extracting(stored -> stored.reference().substring(2))
                .containsExactlyInAnyOrderElementsOf(dead.keySet());
        if (names < 600) {
            assertThat(committed).allMatch(name -> open.account().isCommitted(name));
        }
    }

    private void drain() {
        open.clock().advance(Duration.ofMinutes(1));
        while (!waiting.isEmpty()) {
            int before = waiting.size();
            take();
            while (!hands.isEmpty()) {
                deliver();
            }
            assertThat(waiting.size()).as("one at least was there to take").isLessThan(before);
        }
        open.reopen();
        compare();
    }
}
