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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** What the hosts need to speak TLS, and the clients to trust them. Nothing is on the disk until somebody asks for it. */
final class TlsMaterial {
    /** A trust store holds no secret. */
    static final String TRUST_STORE_PASSWORD = "changeit";

    private record Identity(SSLContext context, List<Certificate> certificates) {}

    private final FutureTask<Identity> identity;
    /** Temporary; goes with the simulator. */
    private @Nullable Path trustStore;

    private TlsMaterial(Callable<Identity> identity) {
        this.identity = new FutureTask<>(identity);
    }

    private static Identity identity(KeyStore keys, String password) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        // Clients are not asked for a certificate; the system's trust store, which takes long to read, is not needed.
        context.init(managers.getKeyManagers(), new TrustManager[0], null);
        List<Certificate> certificates = new ArrayList<>();
        for (String alias : Collections.list(keys.aliases())) {
            certificates.add(keys.getCertificate(alias));
        }
        return new Identity(context, certificates);
    }

    /**
     * With a certificate of its own for localhost. In a JVM that has just begun that takes longer than all the rest of a
     * start: it is made beside it, and waited for by who needs it first.
     */
    static TlsMaterial make() {
        TlsMaterial made =
                new TlsMaterial(() -> identity(SelfSigned.make(Clock.systemUTC().instant()), SelfSigned.PASSWORD));
        Thread maker = new Thread(made.identity, "sim-tls-maker");
        maker.setDaemon(true);
        maker.start();
        return made;
    }

    static TlsMaterial of(Path keyStore, String password) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(keyStore)) {
                keys.load(in, password.toCharArray());
            }
            Identity known = identity(keys, password);
            TlsMaterial material = new TlsMaterial(() -> known);
            material.identity.run();
            return material;
        } catch (IOException e) {
            throw new UncheckedIOException("key store " + keyStore + ": " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new UncheckedIOException(
                    "key store " + keyStore + ": not usable for TLS: " + e.getMessage(), new IOException(e));
        }
    }

    private Identity get() {
        try {
            return identity.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the certificate is made", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("no certificate could be made for TLS: " + e.getCause(), e);
        }
    }

    SSLContext context() {
        return get().context();
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
        List<Certificate> certificates = get().certificates();
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
            for (Certificate certificate : get().certificates()) {
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()))
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
