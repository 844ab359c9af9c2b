package org.smppra.gateway;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.link.HostAddress;
import org.smppra.link.TlsSettings;
import org.smppra.session.SessionSettings;

/**
 * What a gateway is made of; times in nanoseconds.
 *
 * @param account the account's name, for logs
 * @param bindsPerHost transceivers, or pairs, to each host
 * @param submitTimeout how long a submission may wait for a free slot, and for the rate
 * @param maxSubmitsPerSecond of this account over all links; 0 = no limit
 * @param noTakerLinger how long the binds go on to receive when nobody takes what comes any more
 * @param reconnectMaxDelay the longest pause between two attempts to one host
 */
public record GatewaySettings(
        String account,
        List<HostAddress> hosts,
        Credentials credentials,
        BindType bindType,
        int bindsPerHost,
        @Nullable TlsSettings tls,
        SessionSettings session,
        long connectTimeout,
        long writeTimeout,
        long submitTimeout,
        int maxSubmitsPerSecond,
        long noTakerLinger,
        long reconnectMaxDelay,
        int maxPduLength) {

    /** What a bind request says of us. */
    public record Credentials(
            String systemId, String password, String systemType, int interfaceVersion, String addressRange) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Credentials[systemId=" + systemId + "]";
        }
    }
}
