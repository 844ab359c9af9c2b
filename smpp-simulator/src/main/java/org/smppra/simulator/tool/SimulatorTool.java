package org.smppra.simulator.tool;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.smppra.simulator.tool.log.Output;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.UsageMessageSpec;

/** {@code java -jar smpp-simulator.jar}: runs until quit, Ctrl-C or SIGTERM. */
@Command(
        name = "smpp-simulator",
        usageHelpWidth = 110,
        sortOptions = false,
        customSynopsis = "java -jar smpp-simulator.jar [OPTIONS]",
        description = {
            "An SMPP 3.4 gateway on your own machine: two hosts, a and b, that accept submit_sm, answer with a",
            "message id and send delivery reports, as the provider does. Nothing leaves this machine.",
            "",
            "First steps:",
            "  java -jar smpp-simulator.jar",
            "      Bind to 127.0.0.1:2775 and 127.0.0.1:2776 with any system_id and password; see what happens",
            "      on this console and at http://127.0.0.1:8025/.",
            "  java -jar smpp-simulator.jar --account shop:secret --outcome +4599=UNDELIV:019",
            "      Only shop may bind; messages to +4599... are reported as undelivered, absent subscriber.",
            "  java -jar smpp-simulator.jar --write-certificate gateway.pem",
            "      A client with TLS binds to localhost:8775 and trusts gateway.pem.",
            "  java -jar smpp-simulator.jar --pdu-log - --show-content",
            "      Every PDU in words, with its numbers and texts.",
        },
        footer = {"", "Type help and Enter while it runs: restart a host, make a bad day, send a report, look at binds."
        })
public final class SimulatorTool implements Callable<Integer> {
    /** A client of the page that is slow to ask or to read must not keep a thread. Seconds; read once by the JDK. */
    private static final String HTTP_SECONDS = "5";

    @Mixin
    private final ToolOptions options = new ToolOptions();

    private final CountDownLatch quit = new CountDownLatch(1);

    private SimulatorTool() {}

    public static void main(String[] arguments) {
        System.setProperty("sun.net.httpserver.maxReqTime", HTTP_SECONDS);
        System.setProperty("sun.net.httpserver.maxRspTime", HTTP_SECONDS);
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        CommandLine line = new CommandLine(new SimulatorTool());
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new HelpSections());
        return line.setParameterExceptionHandler(SimulatorTool::explain).execute(arguments);
    }

    /** One line: the whole help would hide it. */
    private static int explain(CommandLine.ParameterException e, String[] arguments) {
        System.err.println("smpp-simulator: " + e.getMessage() + "; --help shows all options");
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public Integer call() throws InterruptedException {
        Output output = new Output(System.out);
        Tool tool;
        try {
            tool = Tool.start(options, output);
        } catch (CannotStartException e) {
            System.err.println("smpp-simulator: " + e.getMessage());
            return 1;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(tool, output), "sim-end"));
        output.say("ready; type help and Enter for the commands, Ctrl-C ends");
        new Console(tool.commands(), quit::countDown).start(System.in);
        quit.await();
        return 0;
    }

    private static void end(Tool tool, Output output) {
        tool.close();
        output.say("ended after " + tool.simulator().messageCount() + " messages");
    }
}
