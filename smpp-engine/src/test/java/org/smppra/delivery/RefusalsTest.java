package org.smppra.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smppra.DeliveryReceipt;
import org.smppra.MessageState;
import org.smppra.ReceivedMessage;
import org.smppra.message.MessageId;

class RefusalsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration NEVER_BEFORE = Duration.ZERO;

    private static DeliveryReceipt receipt(@Nullable Instant doneAt, boolean isFinal) {
        return DeliveryReceipt.builder(MessageId.of("1"), MessageState.DELIVERED)
                .isFinal(isFinal)
                .doneAt(doneAt)
                .build();
    }

    private static DeliveryReceipt done(double hoursAgo) {
        return receipt(NOW.minus(Duration.ofMinutes((long) (60 * hoursAgo))), true);
    }

    private static @Nullable String reason(DeliveryReceipt receipt, Duration refusedFor) {
        return Refusals.reason(receipt, NOW.minus(refusedFor), NOW);
    }

    @Test
    void what_is_refused_for_forty_hours_comes_no_more_whatever_it_is() {
        Duration justUnder = Refusals.LONGEST.minusSeconds(1);
        assertThat(reason(receipt(null, true), Refusals.LONGEST)).contains("40 hours");
        assertThat(reason(receipt(null, true), justUnder)).isNull();
        assertThat(reason(receipt(null, false), Refusals.LONGEST)).contains("40 hours");
        ReceivedMessage message =
                ReceivedMessage.builder(Inbox.PHONE, Inbox.SHOP).build();
        assertThat(Refusals.reason(message, NOW.minus(Refusals.LONGEST), NOW)).contains("40 hours");
        assertThat(Refusals.reason(message, NOW.minus(justUnder), NOW)).isNull();
    }

    @Test
    void a_receipt_that_was_done_forty_hours_ago_comes_no_more_when_it_is_refused_for_an_hour() {
        assertThat(reason(done(40), Refusals.LEAST)).contains("done 40 hours ago");
        assertThat(reason(done(40), Refusals.LEAST.minusSeconds(1))).isNull();
        assertThat(reason(done(39.9), Duration.ofHours(39))).isNull();
    }

    @Test
    void a_receipt_that_the_provider_may_not_send_again_comes_no_more_at_once() {
        assertThat(reason(done(46), NEVER_BEFORE)).contains("done 46 hours ago");
        assertThat(reason(done(50), NEVER_BEFORE)).isNotNull();
        assertThat(reason(done(45.9), NEVER_BEFORE)).isNull();
    }

    @Test
    void a_date_that_cannot_be_since_when_the_provider_has_it_does_not_count() {
        assertThat(reason(done(-1), Duration.ofHours(39))).isNull();
        assertThat(reason(done(50.1), Duration.ofHours(39))).isNull();
        assertThat(reason(done(-1), Refusals.LONGEST)).isNotNull();
        assertThat(reason(receipt(NOW.minus(Duration.ofHours(47)), false), Duration.ofHours(39)))
                .as("no final state: it may be older than its receipt")
                .isNull();
    }
}
