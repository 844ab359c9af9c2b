package org.smppra.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes an {@link SSLContext} from the stores that the settings name. */
final class TlsContexts {
    private TlsContexts() {}

    static SSLContext create(TlsSettings tls) throws IOException {
        if (tls.context() != null) {
            return tls.context();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(tls), trust(tls), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS: " + e.getMessage(), e);
        }
    }

    private static KeyManager @Nullable [] keys(TlsSettings tls) throws GeneralSecurityException, IOException {
        if (tls.keyStore() == null) {
            return null;
        }
        char[] password = password(tls.keyStorePassword());
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(load("tlsKeyStore", tls.keyStore(), password, tls.keyStoreType()), password);
        return factory.getKeyManagers();
    }

    private static TrustManager @Nullable [] trust(TlsSettings tls) throws GeneralSecurityException, IOException {
        if (tls.trustStore() == null) {
            return null;
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(load("tlsTrustStore", tls.trustStore(), password(tls.trustStorePassword()), tls.trustStoreType()));
        return factory.getTrustManagers();
    }

    private static KeyStore load(String property, String file, char @Nullable [] password, @Nullable String type)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(type == null ? "PKCS12" : type);
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            store.load(in, password);
            return store;
        } catch (IOException e) {
            throw new IOException(property + ": cannot read " + file + ": " + e, e);
        }
    }

    private static char @Nullable [] password(@Nullable String text) {
        return text == null ? null : text.toCharArray();
    }
}
