package org.smppra.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
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
        assertThat(backoff.next(LOST, 60_000 * MILLI, false)).isBetween(0L, 100 * MILLI);
    }

    @Test
    void then_the_delay_grows_up_to_the_limit() {
        backoff.next(LOST, 60_000 * MILLI, false);
        long before = 0;
        for (int i = 0; i < 6; i++) {
            long delay = backoff.next(LOST, 0, false);
            assertThat(delay).isGreaterThan(before);
            before = delay;
        }
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.next(LOST, 0, false)).isBetween(MAX * 4 / 5, MAX);
        }
    }

    @Test
    void a_host_that_drops_every_bind_is_not_stormed() {
        long sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += backoff.next(LOST, 5 * MILLI, false);
        }
        assertThat(sum).isGreaterThan(MAX);
    }

    @Test
    void wrong_credentials_are_tried_again_only_slowly_from_the_first_time_on() {
        for (CommandStatus status : new CommandStatus[] {
            CommandStatus.ESME_RINVPASWD,
            CommandStatus.ESME_RINVSYSID,
            CommandStatus.ESME_RBINDFAIL,
            CommandStatus.ESME_RINVSYSTYP
        }) {
            SessionEnd end = new SessionEnd(Cause.BIND_REFUSED, "refused", status);
            assertThat(new Backoff(MAX, new Random(1)).next(end, 0, false)).isBetween(MAX * 4 / 5, MAX);
        }
    }

    @Test
    void a_bind_that_lived_begins_anew() {
        for (int i = 0; i < 10; i++) {
            backoff.next(LOST, 0, false);
        }
        assertThat(backoff.next(LOST, 2_000 * MILLI, false)).isBetween(0L, 100 * MILLI);
    }

    /** The SMSC still holds the bind that we lost: it needs the time to find out. */
    @Test
    void already_bound_backs_off_even_right_after_a_loss() {
        SessionEnd end = new SessionEnd(Cause.BIND_REFUSED, "refused", CommandStatus.ESME_RALYBND);
        backoff.next(LOST, 60_000 * MILLI, false);
        assertThat(backoff.next(end, 0, false)).isBetween(MAX * 4 / 5, MAX);
    }

    @Test
    void a_passing_refusal_is_tried_again_soon_and_then_more_slowly() {
        SessionEnd end = new SessionEnd(Cause.BIND_REFUSED, "refused", CommandStatus.ESME_RSYSERR);
        long first = backoff.next(end, 0, false);
        assertThat(first).isLessThanOrEqualTo(500 * MILLI);
        assertThat(backoff.next(end, 0, false)).isGreaterThan(first);
    }

    @Test
    void links_that_are_lost_together_do_not_come_back_together() {
        assertThat(IntStream.range(0, 50)
                        .mapToLong(seed -> new Backoff(MAX, new Random(seed)).next(LOST, 60_000 * MILLI, false))
                        .distinct()
                        .count())
                .isGreaterThan(40);
    }

    @Test
    void no_delay_is_longer_than_the_limit_however_short_that_is() {
        Backoff quick = new Backoff(MILLI, new Random(1));
        quick.next(LOST, 0, false);
        for (int i = 0; i < 100; i++) {
            assertThat(quick.next(LOST, 0, false)).isBetween(0L, MILLI);
        }
    }

    @Test
    void a_host_that_had_us_bound_a_moment_ago_is_asked_again_soon() {
        SessionEnd end = new SessionEnd(Cause.BIND_REFUSED, "refused", CommandStatus.ESME_RALYBND);
        assertThat(new Backoff(MAX, new Random(1)).next(end, 0, true)).isLessThanOrEqualTo(500 * MILLI);
    }
}
