package org.smppra.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code java -jar smpp-simulator.jar}. */
@Command(
        name = "smpp-simulator",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        version = "smpp-simulator 0.1.0",
        description = {
            "An SMPP 3.4 gateway on your own machine: two hosts, a and b, over one message store.",
            "It accepts messages, answers with ten-digit ids and sends delivery reports until they are acknowledged.",
            ""
        },
        footer = {
            "",
            "While it runs, type a command and Enter: stop a, start a, kill a (or b), binds, messages,",
            "report SYSTEM_ID TEXT, help, quit. Without --account any system_id and password may bind.",
            "Example: java -jar smpp-simulator.jar --account=shop:secret --outcome=+4599=UNDELIV:019"
        })
final class Main implements Callable<Integer> {
    @Option(names = "--port-a", defaultValue = "2775", description = "Port of host a (${DEFAULT-VALUE}).")
    private int portA;

    @Option(names = "--port-b", defaultValue = "2776", description = "Port of host b (${DEFAULT-VALUE}).")
    private int portB;

    @Option(
            names = "--tls-port-a",
            defaultValue = "8775",
            description = "TLS port of host a (${DEFAULT-VALUE}); -1 for none.")
    private int tlsPortA;

    @Option(
            names = "--tls-port-b",
            defaultValue = "8776",
            description = "TLS port of host b (${DEFAULT-VALUE}); -1 for none.")
    private int tlsPortB;

    @Option(names = "--bind-address", description = "Address to listen on; the loopback address unless given.")
    private @Nullable InetAddress bindAddress;

    @Option(names = "--account", paramLabel = "ID:PASSWORD", description = "An account that may bind; may be repeated.")
    private List<String> accounts = List.of();

    @Option(
            names = "--report-delay",
            paramLabel = "MILLIS",
            defaultValue = "500",
            description = "From a message to its report (${DEFAULT-VALUE}).")
    private int reportDelay;

    @Option(
            names = "--outcome",
            paramLabel = "PREFIX=STAT:ERR",
            description = "How messages to numbers with this prefix end, such as +4599=UNDELIV:019; may be repeated.")
    private List<String> outcomes = List.of();

    @Option(names = "--show-content", description = "Show numbers and texts on the console.")
    private boolean showContent;

    @Option(
            names = "--write-trust-store",
            paramLabel = "FILE",
            description = "Write a PKCS12 trust store for TLS clients; its password is '" + Certificate.PASSWORD + "'.")
    private @Nullable Path trustStore;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        boolean tls = tlsPortA >= 0 || tlsPortB >= 0;
        Simulator simulator;
        try {
            simulator = builder(tls).start();
        } catch (UncheckedIOException e) {
            System.err.println("smpp-simulator: " + e.getMessage()
                    + "; choose others with --port-a, --port-b, --tls-port-a, --tls-port-b");
            return 1;
        } catch (IllegalArgumentException e) {
            System.err.println("smpp-simulator: " + e.getMessage());
            return 2;
        }
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "sim-shutdown"));
        if (trustStore != null) {
            Files.copy(simulator.trustStore(), trustStore, StandardCopyOption.REPLACE_EXISTING);
        }
        for (SimulatedHost host : simulator.hosts()) {
            System.out.println("host " + host.name() + " listens on " + host.address()
                    + (tls && host.tlsPort() >= 0 ? ", with TLS on " + host.tlsAddress() : ""));
        }
        Thread console = new Thread(() -> read(new Console(simulator, end::countDown)), "sim-console");
        console.setDaemon(true);
        console.start();
        awaitUninterruptibly(end);
        return 0;
    }

    private Simulator.Builder builder(boolean tls) {
        Simulator.Builder builder = Simulator.builder()
                .ports("a", portA, tlsPortA)
                .ports("b", portB, tlsPortB)
                .reportDelay(Duration.ofMillis(reportDelay))
                .console(System.out::println);
        if (bindAddress != null) {
            builder.bindAddress(bindAddress);
        }
        if (tls) {
            builder.tls();
        }
        if (showContent) {
            builder.showContent();
        }
        for (String account : accounts) {
            String[] parts = split("--account", account, ":");
            builder.account(parts[0], parts[1]);
        }
        for (String outcome : outcomes) {
            String[] rule = split("--outcome", outcome, "=");
            String[] end = split("--outcome", rule[1], ":");
            builder.outcome(rule[0], end[0], end[1]);
        }
        return builder;
    }

    private static String[] split(String option, String value, String at) {
        String[] parts = value.split(at, 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException(option + ": a '" + at + "' is missing; see --help");
        }
        return parts;
    }

    /** The end of standard input ends nothing: a service has none. */
    private static void read(Console console) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(console.execute(line.trim()));
            }
        } catch (IOException e) {
            System.err.println("no console any more: " + e.getMessage());
        }
    }

    private static void awaitUninterruptibly(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
