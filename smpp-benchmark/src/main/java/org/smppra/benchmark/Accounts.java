package org.smppra.benchmark;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.smppra.gateway.BindType;
import org.smppra.gateway.GatewaySettings;
import org.smppra.gateway.GatewaySettings.Credentials;
import org.smppra.link.HostAddress;
import org.smppra.message.CommandStatus;
import org.smppra.session.SessionSettings;

/** One transceiver to the responder, with the settings that the adapter has by default but a larger window. */
final class Accounts {
    private static final long SECOND = 1_000_000_000;

    private Accounts() {}

    static GatewaySettings at(int port) {
        SessionSettings session = new SessionSettings(
                Sample.WINDOW,
                5 * SECOND,
                10 * SECOND,
                30 * SECOND,
                0,
                2 * SECOND,
                2 * SECOND,
                CommandStatus.ESME_RX_T_APPN);
        return new GatewaySettings(
                "bench",
                List.of(new HostAddress("127.0.0.1", port)),
                new Credentials(Sample.SYSTEM_ID, Sample.PASSWORD, "", 0x34, ""),
                BindType.TRANSCEIVER,
                1,
                null,
                session,
                5 * SECOND,
                10 * SECOND,
                10 * SECOND,
                0,
                SECOND,
                70_000);
    }

    static void await(BooleanSupplier usable) throws InterruptedException {
        long deadline = System.nanoTime() + 10 * SECOND;
        while (!usable.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("not bound within 10 seconds");
            }
            Thread.sleep(5);
        }
    }
}
