package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.message.Address;
import org.smppra.simulator.MessageOutcome.Enroute;

/** What becomes of a message, by its destination, and what the report says. */
class ReportOutcomeTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    final SimulatorExtension gateway = SimulatorExtension.of(builder -> builder.reportDelay(Duration.ZERO));

    private TestClient client;

    @BeforeEach
    void bind() throws IOException {
        client = TestClient.transceiver(gateway.host("a"), "shop");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    private void submit(String number, String reference) throws IOException {
        client.ask(TestClient.message(number, reference));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENROUTE", "DELIVRD", "EXPIRED", "UNDELIV", "ACCEPTD", "UNKNOWN", "REJECTD"})
    void every_state_of_the_provider_can_be_reported(String stat) throws Exception {
        gateway.simulator().outcomes().put("+4599", MessageOutcome.of(stat, "000"));
        submit("4599000000", null);
        assertThat(client.acknowledgedReport()).contains(" stat:" + stat + " err:000 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELIVERED", "DELETED", "delivrd", "", "SKIPPED"})
    void a_state_that_the_provider_does_not_have_is_refused_with_those_there_are(String stat) {
        assertThatThrownBy(() -> MessageOutcome.of(stat, "000"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ENROUTE, DELIVRD, EXPIRED, UNDELIV, ACCEPTD, UNKNOWN, REJECTD");
    }

    @ParameterizedTest
    @CsvSource({"0x107E,126", "0x1013,019", "0x1000,000", "0x1001,001", "0x1902,2306", "019,019"})
    void err_is_the_low_digits_of_the_error_code_in_base_10(String code, String err) throws Exception {
        gateway.simulator().outcomes().put("", MessageOutcome.of("UNDELIV", code));
        submit("4512345678", null);
        assertThat(client.acknowledgedReport()).contains(" stat:UNDELIV err:" + err + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x0FFF", "0x2000", "0xYZ", "1 3", ""})
    void an_error_that_is_no_code_is_refused(String err) {
        assertThatThrownBy(() -> MessageOutcome.of("UNDELIV", err)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"before,ENROUTE,DELIVRD", "after,DELIVRD,ENROUTE"})
    void enroute_comes_before_or_after_delivrd_on_request(String when, String first, String second) throws Exception {
        gateway.simulator().outcomes().put("+45=DELIVRD:000:enroute=" + when);
        submit("4512345678", "ref");
        assertThat(gateway.simulator().reportsWaiting("shop")).isEqualTo(2);
        assertThat(client.acknowledgedReport()).contains(" stat:" + first + " ").endsWith("text:ref");
        assertThat(client.acknowledgedReport())
                .contains(" stat:" + second + " ")
                .endsWith("text:ref");
        assertThat(gateway.simulator().await(() -> gateway.simulator().reportsWaiting("shop") == 0, SOON))
                .isTrue();
    }

    @Test
    void enroute_comes_for_one_message_that_asks_for_intermediate_notification() throws Exception {
        Address to = Address.international("4512345678");
        client.ask(TestClient.message(to, 0x11, 0, "asked"));
        client.ask(TestClient.message(to, 0x01, 0, "unasked"));
        assertThat(client.acknowledgedReport()).contains("stat:ENROUTE").endsWith("text:asked");
        assertThat(client.acknowledgedReport()).contains("stat:DELIVRD").endsWith("text:asked");
        assertThat(client.acknowledgedReport()).contains("stat:DELIVRD").endsWith("text:unasked");
        assertThat(gateway.simulator().await(() -> gateway.simulator().reportsWaiting("shop") == 0, SOON))
                .isTrue();
    }

    @Test
    void a_delay_by_destination_lets_later_messages_overtake() throws Exception {
        gateway.simulator().outcomes().put("4599=UNDELIV:019:delay=3s");
        submit("4599000000", "slow");
        submit("4512345678", "fast");
        assertThat(client.acknowledgedReport()).endsWith("text:fast");
        assertThat(client.acknowledgedReport()).contains("stat:UNDELIV err:019").endsWith("text:slow");
    }

    @Test
    void rules_can_be_changed_while_clients_send_and_the_longest_prefix_wins() throws Exception {
        Outcomes outcomes = gateway.simulator().outcomes();
        outcomes.put("+45", MessageOutcome.of("UNDELIV", "019"));
        outcomes.put("4512345678", MessageOutcome.of("EXPIRED", "000"));
        submit("4512345678", null);
        assertThat(client.acknowledgedReport()).contains("stat:EXPIRED");
        submit("4512345679", null);
        assertThat(client.acknowledgedReport()).contains("stat:UNDELIV");
        assertThat(outcomes.remove("+4512345678")).isTrue();
        assertThat(outcomes.remove("+4512345678")).isFalse();
        submit("4512345678", null);
        assertThat(client.acknowledgedReport()).contains("stat:UNDELIV");
        assertThat(outcomes.rules()).containsOnlyKeys("45");
    }

    @Test
    void the_text_form_is_read_and_written() {
        MessageOutcome outcome = MessageOutcome.parse("UNDELIV:0x1013:delay=5s:enroute=before");
        assertThat(outcome)
                .isEqualTo(new MessageOutcome("UNDELIV", "019", Enroute.BEFORE, Optional.of(Duration.ofSeconds(5))));
        assertThat(outcome).hasToString("UNDELIV:019:delay=5s:enroute=before");
        assertThat(MessageOutcome.parse(outcome.toString())).isEqualTo(outcome);
        assertThat(MessageOutcome.parse("EXPIRED:delay=1m")).hasToString("EXPIRED:000:delay=1m");
    }

    @ParameterizedTest
    @CsvSource({
        "UNDELIV:019:delay=soon,delay=soon",
        "UNDELIV:019:enroute=never,enroute=never",
        "UNDELIV:019:020,'020 must be STATE:ERR'"
    })
    void a_wrong_text_is_refused_with_the_word(String text, String message) {
        assertThatThrownBy(() -> MessageOutcome.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message.replace("delay=soon", "soon must be a time"));
    }
}
