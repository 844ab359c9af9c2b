package org.smppra.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The power goes at any write, force or change of a name; what was not forced is lost in any order. */
class InboxPowerCutTest {
    private static final int LIVES = 30 * Integer.getInteger("smpp.test.scale", 1);
    private static final int CUTS_EACH = 5;
    private static final int OPERATIONS = 150;
    private static final Logger LOGGER = Logger.getLogger("org.smppra");

    @BeforeAll
    static void quiet() {
        LOGGER.setUseParentHandlers(false);
    }

    @AfterAll
    static void loud() {
        LOGGER.setUseParentHandlers(true);
    }

    @Test
    void what_was_told_stored_is_there_and_what_comes_again_is_marked() throws Exception {
        int duplicates = 0;
        int checked = 0;
        for (int seed = 0; seed < LIVES; seed++) {
            InboxCutLife life = new InboxCutLife(seed);
            for (int i = 0; i < CUTS_EACH; i++) {
                life.workUntilCut(OPERATIONS, seed % 3 == 0);
            }
            life.open();
            assertThat(life.forgotten()).as("life " + seed).isZero();
            Set<String> dead = life.deadLetters();
            Set<String> lost = new HashSet<>(life.acknowledged);
            Set<String> missing = new HashSet<>(life.dead);
            checked += lost.size();
            Set<String> rest = life.rest();
            lost.removeAll(rest);
            lost.removeAll(dead);
            assertThat(lost).as("life " + seed).isEmpty();
            missing.removeAll(dead);
            missing.removeAll(rest); // its burial was not forced: it waits again
            assertThat(missing.stream().filter(name -> !life.delivered.contains(name)))
                    .as("life " + seed)
                    .isEmpty();
            duplicates += life.duplicates;
            life.inbox().close();
        }
        System.out.printf("%d power cuts of an inbox: %d duplicates, marked%n", LIVES * CUTS_EACH, duplicates);
        assertThat(checked).isGreaterThan(LIVES);
        assertThat(duplicates).isPositive();
    }
}
