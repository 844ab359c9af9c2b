package org.smppra.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviourTest {
    static Stream<BehaviourKind> kinds() {
        return BehaviourKind.catalogue().stream();
    }

    @Test
    void the_text_of_the_manual_is_read_and_written() {
        String text = "answer-status status=0x58 above=100 host=a systemId=shop count=50 for=30s";
        Behaviour read = Behaviour.parse(text);
        assertThat(read.name()).isEqualTo("answer-status");
        assertThat(read.parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "status",
                        "0x58",
                        "above",
                        "100",
                        "host",
                        "a",
                        "systemId",
                        "shop",
                        "count",
                        "50",
                        "for",
                        "30s"));
        assertThat(read).hasToString(text);
        assertThat(Behaviour.named("answer-status")
                        .with("status", "0x58")
                        .with("above", "100")
                        .onHost("a")
                        .ofAccount("shop")
                        .times(50)
                        .lasting(Duration.ofSeconds(30)))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello there", "say \"yes\"", "a\\b c", "=", "æøå"})
    void any_value_survives_being_written_and_read(String value) {
        Behaviour behaviour = Behaviour.named("mobile-originated").with("text", value);
        assertThat(Behaviour.parse(behaviour.toString())).isEqualTo(behaviour);
        assertThat(behaviour.parameters()).containsEntry("text", value);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_says_what_it_is_and_can_be_switched_on_without_a_parameter(BehaviourKind kind) {
        assertThat(kind.description()).endsWith(".").hasSizeLessThan(130);
        assertThat(kind.parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
        assertThat(kind.parameters())
                .allSatisfy(each -> assertThat(each.description()).endsWith("."));
        Disturbances disturbances = new Disturbances(java.time.Clock.systemUTC(), () -> {});
        ActiveBehaviour on = disturbances.behaviours().switchOn(kind.name());
        assertThat(on.isOn()).isTrue();
        on.switchOff();
        assertThat(disturbances.behaviours().active()).isEmpty();
        assertThat(disturbances.behaviours().ended()).containsExactly(on);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "answer-latte | no behaviour answer-latte; there are silent, stop-reading",
                "answer-late delay=soon | answer-late: delay=soon must be a time such as 500ms, 30s, 5m or 48h",
                "answer-late speed=1 | answer-late has no parameter speed; it has delay, command, host",
                "answer-late delay | answer-late: delay is no parameter; it must be name=value",
                "answer-late delay=1s delay=2s | answer-late: delay is there twice",
                "answer-status status=0 | answer-status: status=0 must be a command_status such as 0x58",
                "answer-status status=ESME_NONE | must be a command_status such as 0x58 or ESME_RTHROTTLED",
                "answer-never command=bing | command=bing must be one of submit_sm, bind, enquire_link, unbind, any",
                "split host=c | host=c must be one of a, b",
                "split count=0 | count=0 must be a number from 1",
                "split chance=120% | chance=120% must be a percentage such as 5%",
                "split every= | every= must be a number from 1",
                "silent systemId=shop | silent has no parameter systemId; it has host, remote",
                "answer-late delay=9000h | delay=9000h must be a time",
                "mobile-originated from=+45 | from=+45 must be a number of at most 20 digits, without +",
                "unknown-tlv tag=0x12345 | tag=0x12345 must be a hexadecimal number of 16 bits",
                "unknown-tlv value=0 | value=0 must be at most 1024 octets in hexadecimal",
                "mobile-originated text=\"open | a double quote is not closed"
            })
    void an_error_names_the_parameter_and_what_it_may_be(String text, String message) {
        assertThatThrownBy(() -> Behaviour.parse(text))
                .isInstanceOf(InvalidBehaviourException.class)
                .hasMessageContaining(message);
    }

    @Test
    void an_empty_text_is_told_what_there_is() {
        assertThatThrownBy(() -> Behaviour.parse(" "))
                .isInstanceOf(InvalidBehaviourException.class)
                .hasMessageContaining("answer-late");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x58", "58", "ESME_RTHROTTLED"})
    void a_status_may_be_a_number_or_its_name(String status) {
        Behaviour behaviour = Behaviour.named("answer-status").with("status", status);
        assertThat(behaviour.get(AnswerStatus.STATUS).value()).isEqualTo(0x58);
    }

    @ParameterizedTest
    @CsvSource({"500ms,500", "30s,30000", "5m,300000", "48h,172800000"})
    void a_time_is_read_and_written(String text, long millis) {
        assertThat(DurationText.parse(text)).isEqualTo(Duration.ofMillis(millis));
        assertThat(DurationText.write(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void the_manual_has_every_behaviour_and_its_examples_can_be_switched_on() throws Exception {
        String manual = Files.readString(Path.of("..", "docs", "simulator.md"));
        for (BehaviourKind kind : BehaviourKind.catalogue()) {
            String row = manual.lines()
                    .filter(line -> line.startsWith("| `" + kind.name() + "` |"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no row for " + kind));
            assertThat(kind.ownParameters()).as(row).allSatisfy(each -> assertThat(row)
                    .contains("`" + each.name() + "`"));
        }
        String examples = manual.split("```behaviour\n")[1].split("```")[0];
        Disturbances disturbances = new Disturbances(java.time.Clock.systemUTC(), () -> {});
        assertThat(examples.lines()).hasSizeGreaterThan(4);
        assertThatCode(() -> examples.lines().forEach(disturbances.behaviours()::switchOn))
                .doesNotThrowAnyException();
    }

    @Test
    void no_more_than_a_hundred_are_on() {
        Disturbances disturbances = new Disturbances(java.time.Clock.systemUTC(), () -> {});
        for (int i = 0; i < 100; i++) {
            disturbances.behaviours().switchOn("split");
        }
        assertThatThrownBy(() -> disturbances.behaviours().switchOn("split")).hasMessageContaining("switch some off");
        assertThat(disturbances.behaviours().switchOff("split")).isEqualTo(100);
    }

    @Test
    void command_and_interval_together_are_refused() {
        Disturbances disturbances = new Disturbances(java.time.Clock.systemUTC(), () -> {});
        for (String kind :
                List.of("close", "unbind", "reset", "random-bytes", "unknown-command", "mobile-originated")) {
            assertThatThrownBy(() -> disturbances.behaviours().switchOn(kind + " command=bind interval=1s"))
                    .isInstanceOf(InvalidBehaviourException.class)
                    .hasMessageContaining("say command or interval");
        }
    }
}
