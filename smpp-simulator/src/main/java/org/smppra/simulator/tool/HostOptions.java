package org.smppra.simulator.tool;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.simulator.SimulatorBuilder;
import picocli.CommandLine.Option;

/** Where the two hosts listen, and who may bind. */
final class HostOptions {
    @Option(
            names = "--port-a",
            paramLabel = "PORT",
            defaultValue = "2775",
            description = "Host a; ${DEFAULT-VALUE}. For each port here: 0 takes a free one, -1 none.")
    private int portA;

    @Option(names = "--port-b", paramLabel = "PORT", defaultValue = "2776", description = "Host b; ${DEFAULT-VALUE}.")
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
            names = "--key-store",
            paramLabel = "FILE",
            description = "Certificate and key for TLS (PKCS12); its password is read from the environment variable "
                    + "SMPP_SIMULATOR_KEY_STORE_PASSWORD. Without it a certificate for localhost is made.")
    private @Nullable Path keyStore;

    @Option(
            names = "--write-trust-store",
            paramLabel = "FILE",
            description = "Write what a client in Java needs to trust the certificate (PKCS12).")
    private @Nullable Path trustStore;

    @Option(
            names = "--write-certificate",
            paramLabel = "FILE",
            description = "Write the certificate itself (PEM), for clients with OpenSSL and the like.")
    private @Nullable Path certificate;

    static String nameOfPort(String host, boolean tls) {
        return (tls ? "--tls-port-" : "--port-") + host;
    }

    @Nullable
    Path trustStoreToWrite() {
        return trustStore;
    }

    @Nullable
    Path certificateToWrite() {
        return certificate;
    }

    void applyTo(SimulatorBuilder builder) {
        builder.ports(portA, portB).bindAddress(bindAddress);
        if (tlsPortA >= 0 || tlsPortB >= 0) {
            builder.tlsPorts(tlsPortA, tlsPortB);
        }
        if (keyStore != null) {
            String password = System.getenv("SMPP_SIMULATOR_KEY_STORE_PASSWORD");
            builder.keyStore(keyStore, password == null ? "" : password);
        }
        accounts.forEach(account -> builder.account(account.systemId(), account.password()));
    }
}
