package org.smppra.benchmark.client;

import org.smppra.benchmark.scenario.Contestant;
import org.smppra.benchmark.scenario.Load;

/** Makes clients. */
public final class Clients {
    private Clients() {}

    public static Client connect(Contestant contestant, Load load, Bind bind) throws Exception {
        return switch (contestant) {
            case JSMPP -> new JsmppClient(bind, JsmppClient.Settings.BEST);
            case JSMPP_AS_SHIPPED -> new JsmppClient(bind, JsmppClient.Settings.AS_SHIPPED);
            case CLOUDHOPPER -> new CloudhopperClient(bind, CloudhopperClient.Settings.BEST);
            case CLOUDHOPPER_AS_SHIPPED -> new CloudhopperClient(bind, CloudhopperClient.Settings.AS_SHIPPED);
            case ACCOUNT -> new AccountClient(bind);
            case GATEWAY -> new GatewayClient(bind, true);
            case GATEWAY_BATCH -> new GatewayClient(bind, false);
            case LIMIT -> load == Load.RECEIPTS_IN ? new SocketReceiver(bind) : new SocketClient(bind);
        };
    }
}
