package org.smppra.it.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.it.receipts.application.Fate;
import org.smppra.it.receipts.application.Messages;
import org.smppra.it.wildfly.Waiting;
import org.smppra.message.Address;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;

/** Beans that divide what one account receives. */
class FiltersIT {
    /** What fits no bean is held until it is refused, and must not fill the window before the others. */
    @RegisterExtension
    static final InboundServer SERVER = new InboundServer(Map.of(), (builder, server) -> builder.reportWindow(25_000));

    private static final Address PHONE = Address.international("4512345678");
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

    @Test
    void each_receipt_goes_to_the_bean_for_its_handset_and_the_rest_to_the_one_without_a_filter() throws Exception {
        SERVER.deploy("danish", Map.of("destinationFilter", "45"));
        SERVER.deploy("one", Map.of("destinationFilter", "+4512345678"));
        SERVER.deploy("rest", Map.of());
        List<String> danish = new ArrayList<>();
        List<String> one = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < RECEIPTS; i++) {
            danish.add(report("4587654321"));
            one.add(report("4512345678"));
            rest.add(report("4612345678"));
        }

        SERVER.assertEachReportHasItsRow();
        assertThat(SERVER.rowsOf("danish")).isEqualTo(danish);
        assertThat(SERVER.rowsOf("one")).isEqualTo(one);
        assertThat(SERVER.rowsOf("rest")).isEqualTo(rest);
        assertThat(SERVER.repeats()).isEmpty();
    }

    @Test
    void each_message_goes_to_the_bean_for_its_number_and_what_no_bean_takes_is_for_the_operator() throws Exception {
        SERVER.deploy("orders", Messages.class, Map.of("destinationFilter", "1204"));
        SERVER.deploy("short", Messages.class, Map.of("destinationFilter", "12"));
        List<String> orders = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < RECEIPTS; i++) {
            orders.add(message("1204", "order " + (RECEIPTS + i)));
            others.add(message("1205", "other " + (RECEIPTS + i)));
        }
        try (Operator operator = Operator.of(SERVER.server().wildfly().pid())) {
            assertThat(operator.ids()).isEmpty();
            for (int i = 1; i <= 3; i++) {
                int count = i;
                message("4400", "nobody " + i);
                Waiting.until("a dead letter", PATIENCE, () -> operator.ids().size() == count);
            }
            Waiting.until("all are acknowledged", PATIENCE, () -> acknowledged() == 2 * RECEIPTS + 3);
            assertThat(SERVER.messagesOf("orders")).isEqualTo(orders);
            assertThat(SERVER.messagesOf("short")).isEqualTo(others);
            assertThat(operator.reasons()).hasSize(3).allMatch(reason -> reason.contains("no active listener"));

            List<String> letters = operator.ids();
            assertThat(operator.discard(letters.get(0))).isTrue();
            assertThat(operator.discard(letters.get(0))).isFalse();
            SERVER.deploy("rest", Messages.class, Map.of());
            assertThat(operator.deliver(letters.get(1))).isTrue();
            Waiting.until(
                    "it has its row", PATIENCE, () -> SERVER.messagesOf("rest").equals(List.of("nobody 2")));
            Waiting.until("one is left", PATIENCE, () -> operator.ids().equals(letters.subList(2, 3)));
            assertThat(operator.discard(letters.get(2))).isTrue();
        }

        message("1204", "order at the end");
        message("4400", "somebody");
        Waiting.until(
                "both have their row",
                PATIENCE,
                () -> SERVER.messagesOf("orders").contains("order at the end")
                        && SERVER.messagesOf("rest").equals(List.of("nobody 2", "somebody")));
    }

    private static long acknowledged() {
        return SERVER.simulator().acknowledgements().stream()
                .filter(answer -> answer.status().isOk())
                .count();
    }

    private static String message(String to, String text) {
        SERVER.simulator()
                .sendMessage("shop", PHONE, Address.international(to), DataCoding.DEFAULT, Octets.ofLatin1(text));
        return text;
    }

    private static String report(String phone) {
        return SERVER.reports().send(SERVER.simulator(), Address.international(phone), Fate.FINE, Tlvs.empty());
    }

    private static String send(String reference) {
        return SERVER.reports()
                .send(
                        SERVER.simulator(),
                        Fate.FINE,
                        Tlvs.empty().with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1(reference)));
    }
}
