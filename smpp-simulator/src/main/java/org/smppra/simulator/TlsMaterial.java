package org.smppra.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What the hosts need to speak TLS, and the clients to trust them.
 *
 * @param trustStore PKCS12, in the directory
 * @param directory temporary; goes with the simulator
 */
record TlsMaterial(SSLContext context, Path trustStore, Path directory) {
    /** A trust store holds no secret. */
    static final String TRUST_STORE_PASSWORD = "changeit";

    /** With a certificate of its own for localhost. */
    static TlsMaterial make() {
        try {
            return of(SelfSigned.make(Clock.systemUTC().instant()), SelfSigned.PASSWORD);
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
            return of(keys, password);
        } catch (IOException e) {
            throw new UncheckedIOException("key store " + keyStore + ": " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new UncheckedIOException(new IOException("key store " + keyStore + ": not usable for TLS: " + e.getMessage(), e));
        }
    }

    private static TlsMaterial of(KeyStore keys, String password) throws IOException, GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        Path directory = Files.createTempDirectory("smpp-simulator");
        return new TlsMaterial(context, writeTrustStore(keys, directory.resolve("trust.p12")), directory);
    }

    private static Path writeTrustStore(KeyStore keys, Path file) throws IOException, GeneralSecurityException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        for (String alias : Collections.list(keys.aliases())) {
            trust.setCertificateEntry(alias, keys.getCertificate(alias));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            trust.store(out, TRUST_STORE_PASSWORD.toCharArray());
        }
        return file;
    }

    /** The certificates of the trust store as text, one after the other. */
    String pem() throws IOException {
        try {
            KeyStore trust = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(trustStore)) {
                trust.load(in, TRUST_STORE_PASSWORD.toCharArray());
            }
            StringBuilder text = new StringBuilder();
            for (String alias : Collections.list(trust.aliases())) {
                byte[] certificate = trust.getCertificate(alias).getEncoded();
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate))
                        .append("\n-----END CERTIFICATE-----\n");
            }
            return text.toString();
        } catch (GeneralSecurityException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    void delete() {
        for (String file : new String[] {"trust.p12", ""}) {
            try {
                Files.deleteIfExists(directory.resolve(file));
            } catch (IOException e) {
                // A leftover in the temporary directory harms nobody.
            }
        }
    }
}
