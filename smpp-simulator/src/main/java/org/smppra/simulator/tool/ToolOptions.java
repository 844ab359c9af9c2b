package org.smppra.simulator.tool;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.SimulatorBuilder;
import picocli.CommandLine.Option;

/** What can be said on the command line. */
final class ToolOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    private boolean help;

    @Option(names = "--port-a", paramLabel = "PORT", defaultValue = "2775", description = "Host a; ${DEFAULT-VALUE}.")
    private int portA;

    @Option(
            names = "--port-b",
            paramLabel = "PORT",
            defaultValue = "2776",
            description = "Host b; ${DEFAULT-VALUE}. For each port: 0 takes a free one, -1 none.")
    private int portB;

    @Option(
            names = "--tls-port-a",
            paramLabel = "PORT",
            defaultValue = "8775",
            description = "Host a with TLS; ${DEFAULT-VALUE}.")
    private int tlsPortA;

    @Option(
            names = "--tls-port-b",
            paramLabel = "PORT",
            defaultValue = "8776",
            description = "Host b with TLS; ${DEFAULT-VALUE}.")
    private int tlsPortB;

    @Option(
            names = "--bind-address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Where to listen; ${DEFAULT-VALUE}, so only this machine can connect. 0.0.0.0: everywhere.")
    private InetAddress bindAddress = InetAddress.getLoopbackAddress();

    @Option(
            names = "--account",
            paramLabel = "ID:PASSWORD",
            converter = AccountOption.Converter.class,
            description = "Who may bind; may be repeated. Without it any system_id and password is accepted.")
    private List<AccountOption> accounts = List.of();

    @Option(
            names = "--report-delay",
            paramLabel = "MILLIS",
            defaultValue = "500",
            description = "From a message to its delivery report; ${DEFAULT-VALUE}.")
    private long reportDelay;

    @Option(
            names = "--outcome",
            paramLabel = "PREFIX=STAT:ERR",
            converter = OutcomeOption.Converter.class,
            description = {
                "What becomes of messages to numbers that begin so, such as +4599=UNDELIV:019; may be repeated.",
                "Without a fitting one a message is DELIVRD:000."
            })
    private List<OutcomeOption> outcomes = List.of();

    @Option(
            names = "--show-content",
            description = "Show phone numbers and texts; without it numbers are masked and texts are hidden.")
    private boolean showContent;

    @Option(names = "--quiet", description = "No line a message and report.")
    private boolean quiet;

    @Option(
            names = "--key-store",
            paramLabel = "FILE",
            description = {
                "Certificate and key for TLS (PKCS12); its password is read from the environment variable",
                "SMPP_SIMULATOR_KEY_STORE_PASSWORD. Without it a certificate for localhost is made."
            })
    private @Nullable Path keyStore;

    @Option(
            names = "--write-trust-store",
            paramLabel = "FILE",
            description = "Write what a client needs to trust the certificate (PKCS12).")
    private @Nullable Path writeTrustStore;

    static String nameOfPort(String host, boolean tls) {
        return (tls ? "--tls-port-" : "--port-") + host;
    }

    boolean showContent() {
        return showContent;
    }

    boolean isQuiet() {
        return quiet;
    }

    @Nullable
    Path trustStoreToWrite() {
        return writeTrustStore;
    }

    SimulatorBuilder builder() {
        SimulatorBuilder builder = Simulator.builder()
                .ports(portA, portB)
                .bindAddress(bindAddress)
                .reportDelay(Duration.ofMillis(reportDelay));
        if (tlsPortA >= 0 || tlsPortB >= 0) {
            builder.tlsPorts(tlsPortA, tlsPortB);
        }
        if (keyStore != null) {
            String password = System.getenv("SMPP_SIMULATOR_KEY_STORE_PASSWORD");
            builder.keyStore(keyStore, password == null ? "" : password);
        }
        accounts.forEach(account -> builder.account(account.systemId(), account.password()));
        outcomes.forEach(rule -> builder.outcome(rule.prefix(), rule.stat(), rule.err()));
        return builder;
    }
}
