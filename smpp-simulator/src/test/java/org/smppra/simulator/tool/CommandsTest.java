package org.smppra.simulator.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.simulator.behaviour.BehaviourKind;
import org.smppra.simulator.tool.log.Output;
import picocli.CommandLine;

class CommandsTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private Tool tool;
    private Commands commands;

    @BeforeEach
    void start() throws Exception {
        ToolOptions options = new ToolOptions();
        new CommandLine(options)
                .parseArgs("--port-a=0", "--port-b=0", "--tls-port-a=-1", "--tls-port-b=-1", "--http-port=-1");
        tool = Tool.start(options, new Output(new PrintStream(written, true, StandardCharsets.UTF_8)));
        commands = tool.commands();
    }

    @AfterEach
    void end() {
        tool.close();
    }

    private String said() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_host_is_stopped_and_started() {
        assertThat(commands.obey("stop a")).isTrue();
        assertThat(tool.simulator().host("a").isListening()).isFalse();
        commands.obey("start a");
        assertThat(tool.simulator().host("a").isListening()).isTrue();
        commands.obey("kill b");
        assertThat(tool.simulator().host("b").isListening()).isFalse();
    }

    @Test
    void reports_and_messages_wait_for_an_account_that_is_not_bound() {
        commands.obey("report shop id:1 sub:001 text:two  blanks");
        commands.obey("message shop 4512345678 1204 Hello  you");
        assertThat(tool.simulator().reportsWaiting("shop")).isEqualTo(2);
        assertThat(said()).contains("sent in 1 part").doesNotContain("Hello");
    }

    @Test
    void load_is_switched_on_and_off() {
        commands.obey("load 10 2.5 shop 30s");
        assertThat(said()).contains("load is 10 reports and 2.5 messages a second to shop for 30 s; 0 sent so far");
        commands.obey("load off");
        assertThat(said()).contains("load is off; 0 sent");
    }

    @Test
    void a_host_comes_back_from_maintenance() {
        commands.obey("maintenance a 1ms");
        assertThat(tool.simulator().await(() -> said().contains("a stopped"), SOON))
                .isTrue();
        assertThat(tool.simulator().await(() -> tool.simulator().host("a").isListening(), SOON))
                .isTrue();
    }

    @Test
    void a_bad_day_is_switched_on_shown_and_switched_off_by_number_or_name() {
        commands.obey("on answer-late delay=2s host=a");
        commands.obey("on answer-late delay=3s");
        commands.obey("on close count=1");
        commands.obey("behaviours");
        assertThat(said())
                .contains("switched on 1: answer-late delay=2s host=a, struck 0 times")
                .contains("random-bytes", "on now:");
        commands.obey("off 1");
        commands.obey("off answer-late");
        assertThat(tool.simulator().behaviours().active())
                .singleElement()
                .hasToString("3: close count=1, struck 0 times");
        commands.obey("off all");
        assertThat(tool.simulator().behaviours().active()).isEmpty();
    }

    @Test
    void every_behaviour_of_the_catalogue_can_be_switched_on_and_explained() {
        for (BehaviourKind kind : BehaviourKind.catalogue()) {
            commands.obey("on " + kind.name());
            commands.obey("behaviours " + kind.name());
            assertThat(said()).contains("switched on ").contains(kind.name() + ": " + kind.description());
        }
        assertThat(tool.simulator().behaviours().active()).hasSameSizeAs(BehaviourKind.catalogue());
    }

    @Test
    void an_outcome_is_set_shown_and_taken_away() {
        commands.obey("outcome +4599=UNDELIV:019:delay=5s");
        assertThat(said()).contains("+4599=UNDELIV:019:delay=5s");
        commands.obey("outcome +4599 off");
        assertThat(tool.simulator().outcomes().rules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop",
                "stop c",
                "nonsense",
                "report",
                "report shop",
                "binds",
                "messages",
                "help",
                "",
                "load x y",
                "load 1",
                "load -1 0",
                "load 1e9 0",
                "message shop 45 1",
                "message shop x",
                "maintenance c",
                "maintenance a x",
                "on",
                "on nothing",
                "on close x",
                "on close x=1",
                "off",
                "off 77",
                "off nothing",
                "behaviours nothing",
                "outcome x",
                "outcome 45 off",
                "outcome 45=NO:1"
            })
    void no_command_ends_the_simulator_but_quit(String line) {
        assertThat(commands.obey(line)).isTrue();
        assertThat(said()).doesNotContain("Exception");
        assertThat(commands.obey("quit")).isFalse();
    }

    @Test
    void an_unknown_command_is_told_what_may_be_typed() {
        commands.obey("restart a");
        assertThat(said().lines().toList())
                .last()
                .asString()
                .contains("no command restart; there are stop, start", "load", "help, quit");
    }

    @Test
    void a_command_that_is_written_wrong_is_told_how() {
        commands.obey("report shop");
        assertThat(said()).contains("report: is written: report SYSTEMID TEXT");
    }

    @Test
    void quit_on_the_console_quits() throws Exception {
        CountDownLatch quit = new CountDownLatch(1);
        new Console(commands, quit::countDown)
                .start(new ByteArrayInputStream("binds\nquit\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(quit.await(60, TimeUnit.SECONDS)).isTrue();
    }
}
