package org.smppra.simulator.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.SubmitSm;
import org.smppra.simulator.BindType;
import org.smppra.simulator.BindView;
import org.smppra.simulator.Simulator;
import picocli.CommandLine;

class ToolTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Output output = new Output(new PrintStream(written, true, StandardCharsets.UTF_8));

    private String said() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private static final BindView BIND =
            new BindView("a", "shop", BindType.TRANSCEIVER, "127.0.0.1:5", false, 0x34, java.time.Instant.EPOCH);

    private static SubmitSm message(String text) {
        return new SubmitSm(
                "",
                Address.alphanumeric("Shop"),
                Address.international("4512345678"),
                0,
                0,
                0,
                "",
                "",
                1,
                0,
                0,
                0,
                Octets.ofLatin1(text),
                Tlvs.empty());
    }

    @Test
    void numbers_are_masked_and_texts_hidden_by_default() {
        new MessageLog(output, false, false).submitRefused(BIND, message("my secret"), CommandStatus.ESME_RINVDSTTON);
        assertThat(said()).contains("********78").contains("9 octets").doesNotContain("4512345678", "my secret");
    }

    @Test
    void show_content_shows_them_without_control_characters() {
        new MessageLog(output, true, false).submitRefused(BIND, message("a\nb"), CommandStatus.ESME_RINVDSTTON);
        assertThat(said()).contains("4512345678").contains("\"a.b\"").doesNotContain("a\nb");
    }

    @Test
    void a_host_is_stopped_and_started_on_the_console() {
        try (Simulator simulator = Simulator.builder().freePorts().start()) {
            Commands commands = new Commands(simulator, output, false);
            assertThat(commands.obey("stop a")).isTrue();
            assertThat(simulator.host("a").isListening()).isFalse();
            commands.obey("start a");
            assertThat(simulator.host("a").isListening()).isTrue();
            commands.obey("kill b");
            assertThat(simulator.host("b").isListening()).isFalse();
            commands.obey("report shop id:1 sub:001 text:two  blanks");
            assertThat(simulator.reportsWaiting("shop")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "stop c", "nonsense", "report", "report shop", "binds", "messages", "help", ""})
    void no_command_ends_the_simulator_but_quit(String line) {
        try (Simulator simulator = Simulator.builder().freePorts().start()) {
            Commands commands = new Commands(simulator, output, false);
            assertThat(commands.obey(line)).isTrue();
            assertThat(said()).doesNotContain("Exception");
            assertThat(commands.obey("quit")).isFalse();
        }
    }

    @Test
    void quit_on_the_console_quits() throws Exception {
        CountDownLatch quit = new CountDownLatch(1);
        try (Simulator simulator = Simulator.builder().freePorts().start()) {
            new Console(new Commands(simulator, output, false), quit::countDown)
                    .start(new ByteArrayInputStream("binds\nquit\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(quit.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void options_may_be_written_with_a_blank_or_an_equals_sign() {
        ToolOptions options = new ToolOptions();
        new CommandLine(options)
                .parseArgs(
                        "--port-a=0",
                        "--port-b",
                        "0",
                        "--tls-port-a=-1",
                        "--tls-port-b",
                        "-1",
                        "--account",
                        "shop:se:cret",
                        "--outcome",
                        "+4599=UNDELIV:019");
        try (Simulator simulator = options.builder().start()) {
            assertThat(simulator.host("a").port()).isPositive();
            assertThat(simulator.host("b").tlsPort()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--outcome=foo", "--account=foo", "--port-a=x", "--nonsense"})
    void a_wrong_option_is_exit_code_2(String option) {
        assertThat(SimulatorTool.run(option)).isEqualTo(2);
    }

    @Test
    void a_port_in_use_is_exit_code_1() {
        try (Simulator simulator = Simulator.builder().freePorts().start()) {
            String taken = "--port-a=" + simulator.host("a").port();
            assertThat(SimulatorTool.run(taken, "--port-b=0", "--tls-port-a=-1", "--tls-port-b=-1"))
                    .isEqualTo(1);
        }
    }
}
