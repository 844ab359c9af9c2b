package org.smppra.it.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.it.receipts.application.Fate;
import org.smppra.it.wildfly.Waiting;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;

/** Beans that divide the receipts of one account by their references. */
class FiltersIT {
    /** What fits no bean is held until it is refused, and must not fill the window before the others. */
    @RegisterExtension
    static final InboundServer SERVER = new InboundServer(Map.of(), (builder, server) -> builder.reportWindow(25_000));

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RECEIPTS = Math.min(5_000, 500 * InboundServer.SCALE);

    @Test
    void each_receipt_goes_to_the_bean_whose_filter_it_fits_and_what_fits_none_waits() throws Exception {
        SERVER.deploy("first", Map.of("receiptFilter", "first-"));
        SERVER.deploy("second", Map.of("receiptFilter", "second-"));
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        List<String> none = new ArrayList<>();
        for (int i = 0; i < RECEIPTS; i++) {
            first.add(send("first-" + i));
            second.add(send("second-" + i));
            none.add(send("other-" + i));
        }

        SERVER.awaitRows(2 * RECEIPTS);
        Waiting.until(
                "what fits none is refused", PATIENCE, () -> SERVER.reports().refused() >= RECEIPTS);
        assertThat(SERVER.rowsOf("first")).isEqualTo(first);
        assertThat(SERVER.rowsOf("second")).isEqualTo(second);
        assertThat(SERVER.reports().acknowledged()).doesNotContainAnyElementsOf(none);

        SERVER.deploy("third", Map.of());
        SERVER.assertEachReportHasItsRow();
        assertThat(SERVER.rowsOf("third")).isEqualTo(none);
        assertThat(SERVER.repeats()).isEmpty();
    }

    private static String send(String reference) {
        return SERVER.reports()
                .send(
                        SERVER.simulator(),
                        Fate.FINE,
                        Tlvs.empty().with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1(reference)));
    }
}
