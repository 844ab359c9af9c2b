package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.resource.NotSupportedException;
import jakarta.resource.spi.InvalidPropertyException;
import java.beans.FeatureDescriptor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.Delivered;
import org.smppra.ReceivedMessage;
import org.smppra.ShortMessage;
import org.smppra.ShortMessageListener;
import org.smppra.SmppConnection;
import org.smppra.SubmitResultListener;
import org.smppra.message.Address;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.ra.container.InflowServer;
import org.smppra.ra.container.StrictEndpoints;
import org.smppra.ra.inbound.SmppActivationSpec;

/** What an application may say of a message-driven bean, and how filters divide an account's messages. */
class ActivationSpecTest {
    @TempDir
    private Path directory;

    private InflowServer server;

    @BeforeEach
    void start() throws Exception {
        server = new InflowServer(directory).start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private StrictEndpoints receipts(String receiptFilter, String destinationFilter) throws Exception {
        StrictEndpoints bean = server.receipts();
        SmppActivationSpec spec = InflowServer.spec();
        spec.setReceiptFilter(receiptFilter);
        spec.setDestinationFilter(destinationFilter);
        server.activate(bean, spec);
        return bean;
    }

    @Test
    void validate_names_every_property_that_is_wrong() {
        SmppActivationSpec spec = new SmppActivationSpec();
        spec.setMaxConcurrency(0);
        spec.setDestinationFilter("+123456789012345678901");
        spec.setReceiptFilter("orders-");
        InvalidPropertyException refused = catchThrowableOfType(InvalidPropertyException.class, spec::validate);
        assertThat(refused).hasMessageContaining("destinationFilter: 22 characters, at most 21");
        assertThat(refused).hasMessageContaining("maxConcurrency: 0 is less than 1");
        assertThat(Arrays.stream(refused.getInvalidPropertyDescriptors()).map(FeatureDescriptor::getName))
                .containsExactlyInAnyOrder("destinationFilter", "maxConcurrency");
    }

    @Test
    void what_says_how_the_bean_is_served_says_nothing_of_the_account() {
        SmppActivationSpec spec = new SmppActivationSpec();
        spec.setAccount("marketing");
        spec.setMaxConcurrency(3);
        spec.setMaxRedeliveries(3);
        spec.setRedeliveryDelayMillis(3);
        spec.setReceiptFilter("a");
        spec.setDestinationFilter("45");
        assertThat(spec.namesAccountOnly()).isTrue();
        spec.setWindowSize(3);
        assertThat(spec.namesAccountOnly()).isFalse();
    }

    @Test
    void a_blank_filter_is_none() throws Exception {
        StrictEndpoints bean = receipts(" ", "");
        server.report("1", "x");
        server.awaitAcknowledged(1);
        assertThat(bean.received()).hasSize(1);
    }

    @Test
    void a_filter_that_could_never_match_is_refused() {
        SmppActivationSpec spec = InflowServer.spec();
        spec.setReceiptFilter("orders-");
        for (Class<?> listener : List.of(ShortMessageListener.class, SubmitResultListener.class)) {
            assertThatThrownBy(() -> server.activate(server.bean(listener), spec))
                    .isInstanceOf(NotSupportedException.class)
                    .hasMessageStartingWith("receiptFilter: only a DeliveryReceiptListener");
        }
        spec.setReceiptFilter(null);
        spec.setDestinationFilter("45");
        assertThatThrownBy(() -> server.activate(server.bean(SubmitResultListener.class), spec))
                .isInstanceOf(NotSupportedException.class)
                .hasMessageStartingWith("destinationFilter: a SubmitResultListener");
    }

    @Test
    void each_receipt_reaches_the_bean_with_the_longest_prefix_of_its_reference_and_others_the_one_without()
            throws Exception {
        StrictEndpoints any = receipts(null, null);
        StrictEndpoints orders = receipts("orders-", null);
        StrictEndpoints express = receipts("orders-express-", null);
        StrictEndpoints invoices = receipts("invoices-", null);
        for (int round = 0; round < 5; round++) {
            server.report(round + "1", "orders-express-7");
            server.report(round + "2", "orders-7");
            server.report(round + "3", "invoices-7");
            server.report(round + "4", "order");
            server.report(round + "5", "Orders-7");
        }
        server.awaitAcknowledged(25);
        assertThat(InflowServer.ids(express)).hasSize(5).allMatch(id -> id.endsWith("1"));
        assertThat(InflowServer.ids(orders)).hasSize(5).allMatch(id -> id.endsWith("2"));
        assertThat(InflowServer.ids(invoices)).hasSize(5).allMatch(id -> id.endsWith("3"));
        assertThat(InflowServer.ids(any)).hasSize(10).allMatch(id -> id.endsWith("4") || id.endsWith("5"));
    }

    @Test
    void two_of_the_same_filter_share_what_matches_and_leave_the_rest() throws Exception {
        StrictEndpoints any = receipts(null, null);
        StrictEndpoints one = receipts("a-", null);
        StrictEndpoints two = receipts("a-", null);
        for (int i = 10; i < 30; i++) {
            server.report(String.valueOf(i), "a-" + i);
        }
        server.awaitAcknowledged(20);
        assertThat(any.received()).isEmpty();
        assertThat(one.received()).isNotEmpty();
        assertThat(two.received()).isNotEmpty();
        assertThat(one.received().size() + two.received().size()).isEqualTo(20);
    }

    @Test
    void the_destination_of_a_receipt_is_the_handset_and_both_filters_must_match() throws Exception {
        StrictEndpoints danes = receipts(null, "+45");
        StrictEndpoints daneOrders = receipts("orders-", "45");
        StrictEndpoints any = receipts(null, null);
        server.awaitReceiving();
        try (SmppConnection smpp = server.served().connections("DIRECT").getConnection()) {
            for (String message : List.of("4512345678 news", "4512345678 orders-1", "4612345678 orders-2")) {
                String[] words = message.split(" ");
                smpp.submit(ShortMessage.to(words[0])
                        .from("45999") // the sender is not meant
                        .text("hello")
                        .reference(words[1])
                        .build());
            }
        }
        server.awaitAcknowledged(3);
        assertThat(any.received())
                .extracting(value -> ((Delivered) value).from().value())
                .containsExactly("4612345678");
        assertThat(danes.received()).hasSize(1);
        assertThat(daneOrders.received()).hasSize(1);
    }

    @Test
    void the_destination_of_a_received_message_is_the_number_that_it_came_to() throws Exception {
        StrictEndpoints votes = server.bean(ShortMessageListener.class);
        SmppActivationSpec spec = InflowServer.spec();
        spec.setDestinationFilter("1204");
        server.activate(votes, spec);
        StrictEndpoints others = server.bean(ShortMessageListener.class);
        server.activate(others);
        for (String to : List.of("1204", "1205")) {
            server.simulator()
                    .sendMessage(
                            "shop",
                            Address.international("4512345678"),
                            Address.of(0, 0, to),
                            DataCoding.DEFAULT,
                            Octets.ofLatin1("YES"));
        }
        server.awaitAcknowledged(2);
        assertThat(votes.received())
                .extracting(value -> ((ReceivedMessage) value).to().value())
                .containsExactly("1204");
        assertThat(others.received()).hasSize(1);
    }

    @Test
    void what_no_filter_matches_waits_for_an_activation_that_takes_it() throws Exception {
        StrictEndpoints orders = receipts("orders-", null);
        server.report("1", "news");
        server.report("2", "orders-1");
        server.awaitAcknowledged(1);
        assertThat(InflowServer.ids(orders)).containsExactly("2");
        StrictEndpoints any = receipts(null, null);
        server.awaitAcknowledged(2);
        assertThat(InflowServer.ids(any)).containsExactly("1");
    }

    @Test
    void while_the_closest_is_not_active_the_next_one_gets_it() throws Exception {
        StrictEndpoints orders = server.receipts();
        SmppActivationSpec spec = InflowServer.spec();
        spec.setReceiptFilter("orders-");
        server.activate(orders, spec);
        StrictEndpoints any = receipts(null, null);
        server.report("1", "orders-1");
        server.awaitAcknowledged(1);
        server.deactivate(orders, spec);
        server.report("2", "orders-2");
        server.awaitAcknowledged(2);
        server.activate(orders, spec);
        server.report("3", "orders-3");
        server.awaitAcknowledged(3);
        assertThat(InflowServer.ids(orders)).containsExactly("1", "3");
        assertThat(InflowServer.ids(any)).containsExactly("2");
    }
}
