package org.smppra.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smppra.Store;
import org.smppra.UnansweredPolicy;
import org.smppra.outbox.CutLife.Promise;

/**
 * The power goes at any write, force or change of a name, while transactions are prepared and decided, messages sent and
 * settled, and the journal cleaned; what was not forced is lost in any order. Counted at the SMSC.
 */
class PowerCutTest {
    private static final int LIVES = 30 * Integer.getInteger("smpp.test.scale", 1);
    private static final int CUTS_EACH = 5;
    private static final int OPERATIONS = 150;

    /** What hundreds of cuts say would fill the console. */
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
    void nothing_committed_is_lost_nothing_rolled_back_is_sent_and_nothing_to_hold_is_sent_twice() throws Exception {
        int committed = 0;
        int rolledBack = 0;
        int duplicates = 0;
        int heldUnsent = 0;
        for (int seed = 0; seed < LIVES; seed++) {
            CutLife life = new CutLife(seed);
            for (int i = 0; i < CUTS_EACH; i++) {
                life.workUntilCut(OPERATIONS);
            }
            life.sendRest();
            Set<String> held = held(life);
            for (var entry : life.promises().entrySet()) {
                String id = entry.getKey();
                String what = "life " + seed + ", message " + id + ", " + life.policy(id);
                int sent = life.sent(id);
                if (entry.getValue() == Promise.COMMITTED) {
                    committed++;
                    assertThat(sent >= 1 || held.contains(id))
                            .as(what + " is lost")
                            .isTrue();
                    heldUnsent += sent == 0 ? 1 : 0;
                } else if (entry.getValue() == Promise.ROLLED_BACK) {
                    rolledBack++;
                    assertThat(sent).as(what + " was rolled back").isZero();
                    assertThat(held).as(what + " was rolled back").doesNotContain(id);
                }
                if (life.policy(id) == UnansweredPolicy.HOLD) {
                    assertThat(sent).as(what + " was sent twice").isLessThanOrEqualTo(1);
                } else {
                    duplicates += Math.max(0, sent - 1);
                }
            }
            life.outbox().close();
        }
        System.out.printf(
                "%d power cuts: %d committed, %d rolled back, %d duplicates that RESEND allows, %d held unsent%n",
                LIVES * CUTS_EACH, committed, rolledBack, duplicates, heldUnsent);
        assertThat(committed).isGreaterThan(LIVES);
        assertThat(rolledBack).isGreaterThan(LIVES);
    }

    private static Set<String> held(CutLife life) {
        Set<String> held = new HashSet<>();
        life.outbox()
                .list(Messages.ACCOUNT, Store.HELD, "", Integer.MAX_VALUE)
                .forEach(stored -> held.add(stored.id()));
        return held;
    }
}
