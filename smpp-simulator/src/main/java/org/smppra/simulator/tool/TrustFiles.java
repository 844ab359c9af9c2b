package org.smppra.simulator.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.tool.log.Output;

/** What clients need to trust the certificate, where it was asked for. */
final class TrustFiles {
    private TrustFiles() {}

    static void write(Simulator simulator, HostOptions options, Output output) throws CannotStartException {
        Path trustStore = options.trustStoreToWrite();
        if (trustStore != null) {
            write("--write-trust-store", trustStore, simulator, false);
            output.say("trust store for clients: " + trustStore + " (PKCS12, password " + simulator.trustStorePassword()
                    + ")");
        }
        Path certificate = options.certificateToWrite();
        if (certificate != null) {
            write("--write-certificate", certificate, simulator, true);
            output.say("certificate for clients: " + certificate + " (PEM)");
        }
    }

    private static void write(String option, Path file, Simulator simulator, boolean pem) throws CannotStartException {
        try {
            if (pem) {
                Files.writeString(file, simulator.certificatePem());
            } else {
                Files.copy(simulator.trustStore(), file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new CannotStartException(option + ": cannot write " + file + ": " + e.getMessage(), e);
        } catch (IllegalStateException e) {
            throw new CannotStartException(option + ": there is no port with TLS; give one with --tls-port-a", e);
        }
    }
}
