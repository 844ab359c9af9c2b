package org.smppra.benchmark.client;

import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a client binds to.
 *
 * @param ports of the loopback: one session to each
 * @param tls null: no encryption
 * @param window of each session
 * @param receipts whether each submit asks for one
 * @param received to be called for each deliver_sm that is acknowledged
 */
public record Bind(
        List<Integer> ports,
        @Nullable SSLContext tls,
        String systemId,
        int window,
        boolean receipts,
        Runnable received) {
    static final String HOST = "127.0.0.1";
}
