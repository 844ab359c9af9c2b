package org.smppra.simulator.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.smppra.simulator.CannotListenException;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.Simulator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code java -jar smpp-simulator.jar}: runs until quit, Ctrl-C or SIGTERM. */
@Command(
        name = "smpp-simulator",
        usageHelpWidth = 110,
        sortOptions = false,
        customSynopsis = "java -jar smpp-simulator.jar [OPTIONS]",
        description = {
            "An SMPP 3.4 gateway on your own machine: two hosts, a and b, that accept submit_sm, answer with a",
            "message id and send delivery reports, as the provider does. Nothing leaves this machine.",
            ""
        },
        footerHeading = "%nFirst steps:%n",
        footer = {
            "  java -jar smpp-simulator.jar",
            "      Bind to 127.0.0.1:2775 and 127.0.0.1:2776 with any system_id and password.",
            "  java -jar smpp-simulator.jar --account shop:secret --outcome +4599=UNDELIV:019",
            "      Only shop may bind; messages to +4599... are reported as undelivered, absent subscriber.",
            "",
            "Type help and Enter while it runs: stop and start a host, send a report, look at binds and messages."
        })
public final class SimulatorTool implements Callable<Integer> {
    @Mixin
    private final ToolOptions options = new ToolOptions();

    private final CountDownLatch quit = new CountDownLatch(1);

    private SimulatorTool() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new SimulatorTool())
                .setParameterExceptionHandler(SimulatorTool::explain)
                .execute(arguments);
    }

    /** One line: the whole help would hide it. */
    private static int explain(CommandLine.ParameterException e, String[] arguments) {
        System.err.println("smpp-simulator: " + e.getMessage() + "; --help shows all options");
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public Integer call() throws InterruptedException {
        Output output = new Output(System.out);
        Simulator simulator;
        try {
            simulator = options.builder()
                    .listener(new MessageLog(output, options.showContent(), options.isQuiet()))
                    .start();
        } catch (CannotListenException e) {
            System.err.println("smpp-simulator: port " + e.port() + " of host " + e.host() + " cannot be used ("
                    + reason(e) + "); choose another one with " + ToolOptions.nameOfPort(e.host(), e.isTls()));
            return 1;
        } catch (RuntimeException e) {
            System.err.println("smpp-simulator: " + e.getMessage());
            return 1;
        }
        Thread end = new Thread(() -> end(simulator, output), "sim-end");
        Runtime.getRuntime().addShutdownHook(end);
        return run(simulator, output);
    }

    private int run(Simulator simulator, Output output) throws InterruptedException {
        if (options.trustStoreToWrite() != null) {
            try {
                write(simulator, options.trustStoreToWrite(), output);
            } catch (IOException | IllegalStateException e) {
                System.err.println(
                        "smpp-simulator: cannot write " + options.trustStoreToWrite() + ": " + e.getMessage());
                return 1;
            }
        }
        output.say("ready; type help and Enter for the commands, Ctrl-C ends");
        Console console = new Console(new Commands(simulator, output, options.showContent()), quit::countDown);
        console.start(System.in);
        quit.await();
        return 0;
    }

    private static void write(Simulator simulator, Path file, Output output) throws IOException {
        Files.copy(simulator.trustStore(), file, StandardCopyOption.REPLACE_EXISTING);
        output.say("trust store for clients: " + file + " (PKCS12, password " + simulator.trustStorePassword() + ")");
    }

    private static String reason(CannotListenException e) {
        Throwable cause = e.getCause();
        String words = cause == null ? "" : String.valueOf(cause.getMessage());
        return words.startsWith("Address already in use") ? "another program uses it" : words;
    }

    /** Both hosts say goodbye at the same time; it must not take long, somebody pressed Ctrl-C. */
    private static void end(Simulator simulator, Output output) {
        Thread[] goodbyes =
                simulator.hosts().stream().map(host -> goodbye(host)).toArray(Thread[]::new);
        try {
            for (Thread goodbye : goodbyes) {
                goodbye.join(2_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        simulator.close();
        output.say("ended after " + simulator.messageCount() + " messages");
    }

    private static Thread goodbye(SimulatedHost host) {
        Thread thread = new Thread(host::stop, "sim-end-" + host.name());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
