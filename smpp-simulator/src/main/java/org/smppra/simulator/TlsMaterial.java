package org.smppra.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
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
            Path directory = Files.createTempDirectory("smpp-simulator");
            return of(SelfSigned.make(directory.resolve("simulator.p12")), SelfSigned.PASSWORD, directory);
        } catch (IOException e) {
            throw new UncheckedIOException("no certificate could be made for TLS: " + e.getMessage(), e);
        }
    }

    static TlsMaterial of(Path keyStore, String password) {
        try {
            return of(keyStore, password, Files.createTempDirectory("smpp-simulator"));
        } catch (IOException e) {
            throw new UncheckedIOException("key store " + keyStore + ": " + e.getMessage(), e);
        }
    }

    private static TlsMaterial of(Path keyStore, String password, Path directory) throws IOException {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(keyStore)) {
                keys.load(in, password.toCharArray());
            }
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return new TlsMaterial(context, writeTrustStore(keys, directory.resolve("trust.p12")), directory);
        } catch (GeneralSecurityException e) {
            throw new IOException("not usable for TLS: " + e.getMessage(), e);
        }
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
        for (String file : new String[] {"simulator.p12", "trust.p12", ""}) {
            try {
                Files.deleteIfExists(directory.resolve(file));
            } catch (IOException e) {
                // A leftover in the temporary directory harms nobody.
            }
        }
    }
}
