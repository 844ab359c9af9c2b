package org.smppra.simulator;

import java.time.Instant;

/**
 * One bound session, as it was when asked for.
 *
 * @param host a or b
 * @param remote address and port of the client
 * @param interfaceVersion as the client gave it, such as 0x34
 */
public record BindView(
        String host,
        String systemId,
        BindType bindType,
        String remote,
        boolean tls,
        int interfaceVersion,
        Instant boundAt) {}
