package org.smppra.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.smppra.simulator.Simulator;

/**
 * The simulated provider's ports and its certificate, which stay while it comes and goes.
 *
 * @param ports of the hosts a and b, then those with TLS
 */
record Provider(List<Integer> ports, Path directory) {
    static final String ACCOUNT = "shop";
    /** With the same password; no file of the kit names it. */
    static final String STORED_ACCOUNT = "store";

    /** Of both accounts: as hard to quote as eight octets can be. */
    static final String SECRET = "k\"1\\$=:x";

    static final String TRUST_SECRET = "trust-\"1\\$=:x";

    static Provider create(Path directory) throws IOException, InterruptedException {
        Provider provider = new Provider(FreePorts.some(4), directory);
        provider.keytool(
                "-genkeypair",
                "-alias",
                "smsc",
                "-keyalg",
                "EC",
                "-dname",
                "CN=smsc",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-keystore",
                provider.keyStore().toString());
        provider.keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "smsc",
                "-keystore",
                provider.keyStore().toString(),
                "-file",
                provider.certificate().toString());
        provider.keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "smsc",
                "-keystore",
                provider.trustStore().toString(),
                "-file",
                provider.certificate().toString());
        return provider;
    }

    Simulator start() throws IOException {
        return Simulator.builder()
                .ports(ports.get(0), ports.get(1))
                .tlsPorts(ports.get(2), ports.get(3))
                .keyStore(keyStore(), TRUST_SECRET)
                .account(ACCOUNT, SECRET)
                .account(STORED_ACCOUNT, SECRET)
                .reportDelay(Duration.ZERO)
                .storeLimit(1_000_000)
                .start();
    }

    /** Of the hosts in the files of the kit, by host and example port. */
    Map<String, String> portsByExample() {
        return Map.of(
                "a2775", String.valueOf(ports.get(0)),
                "b2775", String.valueOf(ports.get(1)),
                "a8775", String.valueOf(ports.get(2)),
                "b8775", String.valueOf(ports.get(3)));
    }

    Path trustStore() {
        return directory.resolve("trust.p12");
    }

    /** As PEM. */
    Path certificate() {
        return directory.resolve("smsc.pem");
    }

    private Path keyStore() {
        return directory.resolve("smsc.p12");
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", TRUST_SECRET));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
    }
}
