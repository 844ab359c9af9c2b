package org.smppra.it.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.it.receipts.application.Fate;
import org.smppra.it.wildfly.Waiting;

/** The adapter has no account of its own: a connection factory supplies it, and beans only name it. */
class AccountByNameIT {
    @RegisterExtension
    static final InboundServer SERVER =
            new InboundServer(new AdapterSettings(Map.of(), "news"), (builder, server) -> builder);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RECEIPTS = 500;

    @Test
    void a_bean_gets_the_receipts_of_the_account_that_a_factory_supplies() throws Exception {
        SERVER.deploy("inbound", Map.of("account", "news"));
        SERVER.send(RECEIPTS, Fate.FINE);
        SERVER.assertEachReportHasItsRow();

        SERVER.management().undeploy("inbound.war");
        SERVER.management().redeploy("smpp-ra.rar");
        SERVER.management().deployAgain("inbound.war");
        SERVER.send(RECEIPTS, Fate.FINE);
        SERVER.assertEachReportHasItsRow();
        assertThat(SERVER.repeats()).isEmpty();
        SERVER.awaitReceiving(); // one account, with one bind to each host
    }

    @Test
    void a_bean_of_an_account_that_nobody_supplies_is_deployed_and_waits() throws Exception {
        SERVER.deploy("waiting", Map.of("account", "elsewhere"));
        Waiting.until(
                "it says that it waits",
                PATIENCE,
                () -> SERVER.server().wildfly().console().contains("SMPP-214 account elsewhere"));
        SERVER.deploy("inbound", Map.of("account", "news"));
        SERVER.send(RECEIPTS, Fate.FINE);
        SERVER.assertEachReportHasItsRow();
        assertThat(SERVER.rowsOf("waiting")).isEmpty();
    }
}
