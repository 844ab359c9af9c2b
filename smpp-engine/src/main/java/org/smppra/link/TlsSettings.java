package org.smppra.link;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a link is encrypted. Stores are read anew at each connect, so that a renewed certificate needs no restart.
 *
 * @param context used instead of the stores, if given
 * @param trustStore a file; null: the JVM's own authorities
 * @param keyStore a file with a client certificate; null: none is shown
 * @param verifyHostname whether the certificate must name the host that was configured
 */
public record TlsSettings(
        @Nullable SSLContext context,
        @Nullable String trustStore,
        @Nullable String trustStorePassword,
        @Nullable String trustStoreType,
        @Nullable String keyStore,
        @Nullable String keyStorePassword,
        @Nullable String keyStoreType,
        boolean verifyHostname) {
    /** Without the passwords. */
    @Override
    public String toString() {
        return "TlsSettings[trustStore=" + trustStore + ", keyStore=" + keyStore + ", verifyHostname=" + verifyHostname
                + "]";
    }
}
