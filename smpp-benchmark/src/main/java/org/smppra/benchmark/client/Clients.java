package org.smppra.benchmark.client;

import java.io.IOException;
import org.smppra.benchmark.scenario.Contestant;
import org.smppra.benchmark.scenario.Load;
import org.smppra.benchmark.scenario.Peer;
import org.smppra.benchmark.scenario.Scenario;

/** Makes clients. */
public final class Clients {
    private Clients() {}

    public static Client connect(Contestant contestant, Scenario scenario, Bind bind) throws Exception {
        return switch (contestant) {
            case JSMPP -> new JsmppClient(bind, JsmppClient.Settings.BEST);
            case JSMPP_AS_SHIPPED -> new JsmppClient(bind, JsmppClient.Settings.AS_SHIPPED);
            case CLOUDHOPPER -> new CloudhopperClient(bind, CloudhopperClient.Settings.BEST);
            case CLOUDHOPPER_AS_SHIPPED -> new CloudhopperClient(bind, CloudhopperClient.Settings.AS_SHIPPED);
            case ACCOUNT -> new AccountClient(bind);
            case GATEWAY -> new GatewayClient(bind, true);
            case GATEWAY_BATCH -> new GatewayClient(bind, false);
            case LIMIT -> limit(scenario, bind);
        };
    }

    private static Client limit(Scenario scenario, Bind bind) throws IOException {
        if (scenario.load() == Load.RECEIPTS_IN) {
            return new SocketReceiver(bind);
        }
        boolean unordered = scenario.receipts() && scenario.peer() == Peer.SIMULATOR;
        return unordered ? new ReceiptSocketClient(bind) : new SocketClient(bind);
    }
}
