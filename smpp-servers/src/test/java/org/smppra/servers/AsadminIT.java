package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.servers.ServerExtension.GATEWAY;
import static org.smppra.servers.ServerExtension.PATIENCE;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.servers.application.Step;
import org.smppra.servers.glassfish.GlassFishServer;

/** What Payara and GlassFish have: settings in which a colon separates, and a trust store of the domain. */
class AsadminIT {
    @RegisterExtension
    static final ServerExtension SERVER = new ServerExtension();

    private static final String SECURE = "smpp/secure";
    private static final Pattern REFUSED =
            Pattern.compile("SMPP-103 account secure: cannot bind to .*(PKIX|trustAnchors)");

    @BeforeEach
    void deploy() throws Exception {
        SERVER.tested().be(Packaging.STANDALONE);
    }

    private static GlassFishServer asadmin() {
        return (GlassFishServer) SERVER.server();
    }

    /** The settings of all other tests have host and port together, and a backslash before the colon between them. */
    @Test
    void the_port_may_be_a_setting_of_its_own() throws Exception {
        SERVER.tested().undeploy();
        asadmin().undeployAdapter();
        asadmin().configurePortAlone(port("a"));
        asadmin().deployAdapter();
        SERVER.tested().deploy(Packaging.STANDALONE);

        Waiting.until("the host is bound", PATIENCE, () -> SERVER.check().submitting(GATEWAY) == 1);
        SERVER.ship("by port");
        SERVER.awaitReceipts("by port");
        assertThat(SERVER.simulator().host("b").binds()).isEmpty();
    }

    /** And it is what counts: without the provider's certificate in it nobody is trusted. */
    @Test
    void the_domains_own_trust_store_is_enough() throws Exception {
        int before = SERVER.server().log().length();
        asadmin().trustByDomain();
        Waiting.until(
                "the provider's certificate is refused",
                PATIENCE,
                () -> SERVER.check().submitting(SECURE) == 0
                        && REFUSED.matcher(SERVER.server().log().substring(before))
                                .find());

        asadmin().addToTrustStore();
        asadmin().stop();
        asadmin().start();
        Waiting.until("the application runs", PATIENCE, () -> SERVER.check().answers());
        Waiting.until(
                "both hosts are bound by TLS", PATIENCE, () -> SERVER.check().submitting(SECURE) == 2);
        SERVER.check().transact(SECURE, "trusted", Step.ROW, Step.SUBMIT);
        SERVER.awaitSent("trusted");
    }

    @AfterEach
    void restore() throws Exception {
        if (asadmin().takeFromTrustStore()) {
            asadmin().stop();
            asadmin().start();
        }
        SERVER.tested().undeploy();
        asadmin().undeployAdapter();
        asadmin().configureHostsWithPorts();
        asadmin().deployAdapter();
    }

    private static String port(String host) {
        return SERVER.tested().provider().portsByExample().get(host + "2775");
    }
}
