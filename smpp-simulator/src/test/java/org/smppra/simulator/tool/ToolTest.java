package org.smppra.simulator.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.tool.log.Output;
import picocli.CommandLine;

class ToolTest {
    private static final String[] FREE = {"--port-a=0", "--port-b=0", "--tls-port-a=-1", "--tls-port-b=-1"};

    private final Output output =
            new Output(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

    private static ToolOptions options(String... more) {
        ToolOptions options = new ToolOptions();
        new CommandLine(options).parseArgs(with(more));
        return options;
    }

    /** Free ports, and no page unless one is wanted. */
    private static String[] with(String... more) {
        Stream<String> page = Stream.of(more).anyMatch(option -> option.startsWith("--http-port"))
                ? Stream.of()
                : Stream.of("--http-port=-1");
        return Stream.of(Stream.of(FREE), page, Stream.of(more))
                .flatMap(all -> all)
                .toArray(String[]::new);
    }

    @Test
    void options_may_be_written_with_a_blank_or_an_equals_sign() throws Exception {
        ToolOptions options = options("--account", "shop:se:cret", "--outcome", "+4599=UNDELIV:019");
        try (Tool tool = Tool.start(options, output)) {
            assertThat(tool.simulator().host("a").port()).isPositive();
            assertThat(tool.simulator().host("b").tlsPort()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--outcome=foo",
                "--account=foo",
                "--port-a=x",
                "--http-port=x",
                "--quiet --port-a=1 --port-a=2",
                "--behaviour=foo",
                "--nonsense"
            })
    void a_wrong_option_is_exit_code_2(String option) {
        assertThat(SimulatorTool.run(option.split(" "))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--load-reports=1000000",
                "--pdu-log=- --pdu-log-size=0",
                "--pdu-log=/nowhere/at/all.log",
                "--outcomes=/nowhere/at/all.txt",
                "--write-trust-store=unused.p12",
                "--http-address=203.0.113.1 --http-port=0"
            })
    void an_option_that_cannot_be_fulfilled_is_exit_code_1(String line) {
        assertThat(SimulatorTool.run(with(line.split(" ")))).isEqualTo(1);
    }

    @Test
    void a_port_in_use_is_exit_code_1_and_is_named_with_its_option() throws Exception {
        try (Simulator simulator = Simulator.builder().freePorts().start()) {
            String port = String.valueOf(simulator.host("a").port());
            try (ToolProcess tool = ToolProcess.launch("--port-a=" + port)) {
                assertThat(tool.awaitEnd()).isEqualTo(1);
                tool.await(line -> line.contains("port " + port + " of host a") && line.contains("--port-a"));
            }
        }
    }

    @Test
    void a_port_in_use_for_the_page_is_exit_code_1_and_is_named_with_its_option() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ToolProcess tool = ToolProcess.launch("--http-port=" + taken.getLocalPort())) {
            assertThat(tool.awaitEnd()).isEqualTo(1);
            tool.await(line -> line.contains("port " + taken.getLocalPort() + " of the status page")
                    && line.contains("another program uses it")
                    && line.contains("--http-port"));
        }
    }

    @Test
    void quit_on_the_console_ends_the_process() throws Exception {
        try (ToolProcess tool = ToolProcess.start("--http-port=-1")) {
            tool.type("binds");
            tool.await(line -> line.contains("host b (listening), 0 bound"));
            tool.type("quit");
            assertThat(tool.awaitEnd()).isZero();
            assertThat(tool.output()).doesNotContain("status page");
        }
    }

    @Test
    void help_shows_examples_before_all_options() throws Exception {
        try (ToolProcess tool = ToolProcess.launch("--help")) {
            assertThat(tool.awaitEnd()).isZero();
            tool.await(line -> line.contains("--show-content"));
            assertThat(tool.output())
                    .containsSubsequence("java -jar smpp-simulator.jar\n", "--account shop:secret", "--port-a=PORT");
        }
    }

    @Test
    void a_pdu_log_on_the_console_shows_a_bind() throws Exception {
        try (ToolProcess tool = ToolProcess.start("--pdu-log=-", "--http-port=-1");
                var client = tool.client("shop").start()) {
            tool.await(line -> line.contains(" in ") && line.contains("bind_transmitter seq=1 system_id=\"shop\""));
            tool.await(line -> line.contains(" out ") && line.contains("bind_transmitter_resp seq=1 ESME_ROK"));
        }
    }
}
