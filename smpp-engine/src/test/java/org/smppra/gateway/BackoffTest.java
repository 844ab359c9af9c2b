package org.smppra.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smppra.message.CommandStatus;
import org.smppra.session.SessionEnd;
import org.smppra.session.SessionEnd.Cause;

class BackoffTest {
    private static final long MILLI = 1_000_000;
    private static final long MAX = 30_000 * MILLI;
    private static final SessionEnd LOST = new SessionEnd(Cause.LOST, "connection reset", null);

    private final Backoff backoff = new Backoff(MAX, new Random(1));

    @Test
    void a_lost_bind_is_tried_again_at_once() {
        assertThat(backoff.next(LOST, 60_000 * MILLI)).isBetween(0L, 100 * MILLI);
    }

    @Test
    void then_the_delay_grows_up_to_the_limit() {
        backoff.next(LOST, 60_000 * MILLI);
        long before = 0;
        for (int i = 0; i < 6; i++) {
            long delay = backoff.next(LOST, 0);
            assertThat(delay).isGreaterThan(before);
            before = delay;
        }
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.next(LOST, 0)).isBetween(MAX * 4 / 5, MAX);
        }
    }

    @Test
    void a_host_that_drops_every_bind_is_not_stormed() {
        long sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += backoff.next(LOST, 5 * MILLI);
        }
        assertThat(sum).isGreaterThan(MAX);
    }

    @Test
    void wrong_credentials_are_tried_again_only_slowly_from_the_first_time_on() {
        for (CommandStatus status : new CommandStatus[] {
            CommandStatus.ESME_RINVPASWD, CommandStatus.ESME_RINVSYSID, CommandStatus.ESME_RBINDFAIL
        }) {
            SessionEnd end = new SessionEnd(Cause.BIND_REFUSED, "refused", status);
            assertThat(new Backoff(MAX, new Random(1)).next(end, 0)).isBetween(MAX * 4 / 5, MAX);
        }
    }

    @Test
    void a_bind_that_lived_begins_anew() {
        for (int i = 0; i < 10; i++) {
            backoff.next(LOST, 0);
        }
        assertThat(backoff.next(LOST, 2_000 * MILLI)).isBetween(0L, 100 * MILLI);
    }
}
