package org.smppra.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** What the hosts need to speak TLS, and the clients to trust them. Nothing is on the disk until somebody asks for it. */
final class TlsMaterial {
    /** A trust store holds no secret. */
    static final String TRUST_STORE_PASSWORD = "changeit";

    private final SSLContext context;
    private final List<Certificate> certificates;
    /** Temporary; goes with the simulator. */
    private @Nullable Path trustStore;

    private TlsMaterial(KeyStore keys, String password) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password.toCharArray());
        context = SSLContext.getInstance("TLS");
        // Clients are not asked for a certificate; the system's trust store, which takes long to read, is not needed.
        context.init(managers.getKeyManagers(), new TrustManager[0], null);
        certificates = new ArrayList<>();
        for (String alias : Collections.list(keys.aliases())) {
            certificates.add(keys.getCertificate(alias));
        }
    }

    /** With a certificate of its own for localhost. */
    static TlsMaterial make() {
        try {
            return new TlsMaterial(SelfSigned.make(Clock.systemUTC().instant()), SelfSigned.PASSWORD);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate could be made for TLS: " + e.getMessage(), e);
        }
    }

    static TlsMaterial of(Path keyStore, String password) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(keyStore)) {
                keys.load(in, password.toCharArray());
            }
            return new TlsMaterial(keys, password);
        } catch (IOException e) {
            throw new UncheckedIOException("key store " + keyStore + ": " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new UncheckedIOException(
                    "key store " + keyStore + ": not usable for TLS: " + e.getMessage(), new IOException(e));
        }
    }

    SSLContext context() {
        return context;
    }

    /** PKCS12, with the certificates alone. */
    synchronized Path trustStore() {
        if (trustStore == null) {
            try {
                trustStore = writeTrustStore(Files.createTempDirectory("smpp-simulator"));
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException("the trust store could not be written: " + e.getMessage(), e);
            }
        }
        return trustStore;
    }

    private Path writeTrustStore(Path directory) throws IOException, GeneralSecurityException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            trust.setCertificateEntry("simulator-" + i, certificates.get(i));
        }
        Path file = directory.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            trust.store(out, TRUST_STORE_PASSWORD.toCharArray());
        }
        return file;
    }

    /** The certificates of the trust store as text, one after the other. */
    String pem() throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            for (Certificate certificate : certificates) {
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e.getMessage(), e);
        }
        return text.toString();
    }

    synchronized void delete() {
        if (trustStore != null) {
            try {
                Files.deleteIfExists(trustStore);
                Files.deleteIfExists(trustStore.getParent());
            } catch (IOException e) {
                // A leftover in the temporary directory harms nobody.
            }
        }
    }
}
