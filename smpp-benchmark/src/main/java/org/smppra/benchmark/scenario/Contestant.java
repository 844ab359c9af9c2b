package org.smppra.benchmark.scenario;

/** Who is compared. Each is a process of its own. */
public enum Contestant {
    JSMPP("jSMPP"),
    JSMPP_AS_SHIPPED("jSMPP, as shipped"),
    CLOUDHOPPER("Cloudhopper"),
    CLOUDHOPPER_AS_SHIPPED("Cloudhopper, as shipped"),
    /** An application's call: text is encoded, rules are checked, a result is made. */
    ACCOUNT("smpp-ra, account.submit"),
    /** A request that is ready, as the peers get it. */
    GATEWAY("smpp-ra, gateway floor"),
    /** The same, written when asked to. */
    GATEWAY_BATCH("smpp-ra, gateway floor, batch"),
    /** The same octets without a protocol. */
    LIMIT("socket limit");

    private final String title;

    Contestant(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
