package org.smppra.benchmark.client;

import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.smppra.GatewayState;
import org.smppra.benchmark.scenario.Sample;
import org.smppra.gateway.BindType;
import org.smppra.gateway.GatewaySettings;
import org.smppra.gateway.GatewaySettings.Credentials;
import org.smppra.link.HostAddress;
import org.smppra.link.TlsSettings;
import org.smppra.message.CommandStatus;
import org.smppra.session.SessionSettings;

/** A transceiver to each host, with the settings that the adapter has by default but the window of the scenario. */
final class Accounts {
    private static final long SECOND = 1_000_000_000;

    private Accounts() {}

    static GatewaySettings at(Bind bind) {
        SessionSettings session = new SessionSettings(
                bind.window(),
                5 * SECOND,
                10 * SECOND,
                30 * SECOND,
                0,
                2 * SECOND,
                2 * SECOND,
                CommandStatus.ESME_RX_T_APPN);
        return new GatewaySettings(
                "bench",
                bind.ports().stream()
                        .map(port -> new HostAddress(Bind.HOST, port))
                        .toList(),
                new Credentials(bind.systemId(), Sample.PASSWORD, "", 0x34, ""),
                BindType.TRANSCEIVER,
                1,
                tls(bind.tls()),
                session,
                5 * SECOND,
                10 * SECOND,
                10 * SECOND,
                0,
                30 * SECOND,
                SECOND,
                70_000);
    }

    private static @Nullable TlsSettings tls(@Nullable SSLContext context) {
        return context == null ? null : new TlsSettings(context, null, null, null, null, null, null, true);
    }

    /** Waits until every host is bound. */
    static void await(Supplier<GatewayState> state) throws InterruptedException {
        long deadline = System.nanoTime() + 10 * SECOND;
        while (!state.get().hosts().values().stream().allMatch(host -> host.submitting() > 0)) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("not bound within 10 seconds: " + state.get());
            }
            Thread.sleep(2);
        }
    }
}
