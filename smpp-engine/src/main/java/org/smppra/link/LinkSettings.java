package org.smppra.link;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.smppra.pdu.BindRequest;
import org.smppra.session.SessionSettings;

/**
 * What all links of one account and bind type have in common; times in nanoseconds.
 *
 * @param bind makes the bind request, anew for each connect
 * @param tls null: plain
 * @param connectTimeout for each address of the host, and again for the TLS handshake
 * @param writeTimeout how long a write may be stuck before the link is given up
 */
public record LinkSettings(
        Supplier<BindRequest> bind,
        @Nullable TlsSettings tls,
        SessionSettings session,
        long connectTimeout,
        long writeTimeout,
        int maxPduLength) {}
