package org.smppra.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.smppra.Outcome;
import org.smppra.SubmitResult;
import org.smppra.message.CommandStatus;
import org.smppra.message.MessageId;

class ShippedOrderTest {
    private static final String ID = "01JCZ0000000000000AB";

    private final ShippedOrder order = new ShippedOrder("4711");

    @Test
    void waits_for_its_announcement() {
        assertThat(order.announcement()).isEqualTo("WAITING");
        assertThat(order.messageId()).isEmpty();
    }

    @Test
    void knows_the_message_id_when_the_message_was_accepted() {
        order.announced(SubmitResult.builder(ID, Outcome.ACCEPTED)
                .part(MessageId.of("1390125333"), CommandStatus.ESME_ROK)
                .build());
        assertThat(order.announcement()).isEqualTo("ACCEPTED");
        assertThat(order.messageId()).contains("1390125333");
    }

    @Test
    void a_refused_announcement_has_no_id() {
        order.announced(SubmitResult.builder(ID, Outcome.REFUSED)
                .part(null, CommandStatus.ESME_RINVDSTADR)
                .build());
        assertThat(order.announcement()).isEqualTo("REFUSED");
        assertThat(order.messageId()).isEmpty();
    }
}
