package org.smppra.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.Direction;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.SubmitResult;
import org.smppra.UnansweredPolicy;
import org.smppra.message.CommandStatus;
import org.smppra.message.MessageId;
import org.smppra.outbox.BranchRecord.BranchState;

class RecordsTest {
    private static final OutboxMessage MESSAGE = new Messages(new ManualClock())
            .with(Messages.ACCOUNT, "key", "content", 3, "order", UnansweredPolicy.HOLD, true, Duration.ofHours(1), 2);

    private static final ResultRecord RESULT = new ResultRecord(
            Messages.ACCOUNT,
            SubmitResult.builder("id", Outcome.REFUSED)
                    .account("default")
                    .reference("reference é")
                    .sent(Sent.PARTLY)
                    .reason("why")
                    .retryable(true)
                    .part(MessageId.of("1"), CommandStatus.ESME_ROK)
                    .part(null, CommandStatus.of(0x42E))
                    .part(null, null)
                    .build(),
            KnownKey.of(MESSAGE),
            1,
            2,
            true);

    static Stream<byte[]> records() {
        return Stream.of(
                new MessageRecord(
                                MESSAGE,
                                7,
                                MessageRecord.Mark.HELD,
                                true,
                                3,
                                "why",
                                Arrays.asList(null, MessageId.of("2")))
                        .encoded(),
                RESULT.encoded(),
                new BranchRecord(BranchState.PREPARED, XidKey.of(TestXid.of(1)), 5, List.of(1L, 2L)).encoded(),
                new FlightRecord(List.of(1L, 2L)).encoded(),
                new PauseRecord(Messages.ACCOUNT, Direction.INBOUND).encoded());
    }

    private static Object decoded(byte[] record) throws RecordException {
        RecordInput in = new RecordInput(record);
        return switch (in.kind()) {
            case MESSAGE -> MessageRecord.decoded(in);
            case RESULT -> ResultRecord.decoded(in);
            case BRANCH -> BranchRecord.decoded(in);
            case FLIGHT -> FlightRecord.decoded(in);
            case PAUSE -> PauseRecord.decoded(in);
        };
    }

    @Test
    void a_message_is_read_as_it_was_written() throws Exception {
        MessageRecord record = new MessageRecord(
                MESSAGE, 7, MessageRecord.Mark.HELD, true, 3, "why", Arrays.asList(null, MessageId.of("2")));
        assertThat(decoded(record.encoded())).isEqualTo(record);
    }

    @Test
    void a_result_is_read_as_it_was_written() throws Exception {
        ResultRecord read = (ResultRecord) decoded(RESULT.encoded());
        assertThat(read.account()).isEqualTo(RESULT.account());
        assertThat(read.known()).isEqualTo(RESULT.known());
        assertThat(read.known().hasSameContent(RESULT.known())).isTrue();
        assertThat(read.submittedAt()).isEqualTo(1);
        assertThat(read.settledAt()).isEqualTo(2);
        assertThat(read.delivered()).isTrue();
        assertThat(read.result()).usingRecursiveComparison().isEqualTo(RESULT.result());
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_that_ends_at_any_octet_is_said_to_be_unreadable_and_nothing_else(byte[] record) throws Exception {
        decoded(record);
        for (int length = 0; length < record.length; length++) {
            byte[] cut = Arrays.copyOf(record, length);
            assertThatThrownBy(() -> decoded(cut)).as("%d octets", length).isInstanceOf(RecordException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void an_octet_that_changed_is_read_or_said_to_be_unreadable_and_nothing_else(byte[] record) {
        for (int at = 0; at < record.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = record.clone();
                changed[at] ^= (byte) (1 << bit);
                try {
                    assertThat(decoded(changed)).isNotNull();
                } catch (RecordException e) {
                    assertThat(e).hasMessageContaining(" ");
                }
            }
        }
    }

    @Test
    void a_newer_version_is_not_guessed_at() {
        byte[] record = RESULT.encoded();
        record[1]++;
        assertThatThrownBy(() -> decoded(record))
                .isInstanceOf(RecordException.class)
                .hasMessageContaining("version");
    }
}
