package org.smppra.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.message.CommandStatus;

class CommandIdTest {

    @ParameterizedTest
    @EnumSource
    void is_found_by_its_number(CommandId id) {
        assertThat(CommandId.of(id.value())).isSameAs(id);
        assertThat(id.isResponse()).isEqualTo(id.name().endsWith("_RESP") || id == CommandId.GENERIC_NACK);
    }

    @ParameterizedTest
    @EnumSource
    void a_request_has_the_answer_of_its_name_or_none(CommandId id) {
        Envelope answer = Envelope.answer(id, 7, CommandStatus.ESME_RSYSERR);
        boolean unanswered = id == CommandId.OUTBIND || id == CommandId.ALERT_NOTIFICATION || id.isResponse();
        assertThat(answer.body().commandId().name()).isEqualTo(unanswered ? "GENERIC_NACK" : id.name() + "_RESP");
        assertThat(answer.sequenceNumber()).isEqualTo(7);
        if (!id.isResponse()) {
            assertThat(id.response()).isSameAs(answer.body().commandId());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0x0A, 0x8000000B, 0x80000102, 0x111, 0x10200, 0x7FFFFFFF})
    void any_other_number_is_none(int value) {
        assertThat(CommandId.of(value)).isNull();
    }

    @Test
    void there_are_as_many_as_the_specification_has() {
        assertThat(CommandId.values()).hasSize(27);
    }
}
