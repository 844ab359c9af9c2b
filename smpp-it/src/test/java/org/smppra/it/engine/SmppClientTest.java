package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;
import org.smppra.GatewayUnavailableException;
import org.smppra.InvalidMessageException;
import org.smppra.MessageState;
import org.smppra.Outcome;
import org.smppra.ReceivedMessage;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.SubmitResult;
import org.smppra.engine.Property;
import org.smppra.engine.SmppClient;
import org.smppra.message.Address;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.simulator.SimulatorExtension;

/** What a plain Java program does with a client. */
class SmppClientTest {
    @RegisterExtension
    final SimulatorExtension gateway = SimulatorExtension.of(builder ->
            builder.account("shop", "secret").account("other", "hidden").reportDelay(Duration.ofMillis(10)));

    private final BlockingQueue<DeliveryReceipt> receipts = new LinkedBlockingQueue<>();

    private SmppClient.Builder client() {
        return RunningClient.of(gateway.host("a"), gateway.host("b")).onDeliveryReceipt(receipts::add);
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(RunningClient.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    @Test
    void sends_and_receives_the_receipt() throws Exception {
        try (SmppClient client = RunningClient.start(client());
                SmppConnection connection = client.getConnection()) {
            Submission submission = connection.submit(RunningEngine.message("order 7"));
            assertThat(submission.reference()).isEqualTo("order 7");
            SubmitResult result = submission.result().orElseThrow();
            DeliveryReceipt receipt = next(receipts);
            assertThat(receipt.messageId()).isEqualTo(result.messageId());
            assertThat(receipt.state()).isEqualTo(MessageState.DELIVERED);
            assertThat(receipt.reference()).contains("order 7");
            assertThat(receipt.account()).isEqualTo("client");
            assertThat(connection.gatewayState().isUsable()).isTrue();
        }
        assertThat(gateway.simulator().reportsWaiting("shop")).isZero();
    }

    @Test
    void sends_many_and_tells_of_each_what_became_of_it() throws Exception {
        ShortMessage bad =
                RunningEngine.message("bad").toBuilder().recipient("").build();
        try (SmppClient client = RunningClient.start(client());
                SmppConnection connection = client.getConnection()) {
            List<Submission> submissions =
                    connection.submitAll(List.of(RunningEngine.message("one"), bad, RunningEngine.message("three")));
            assertThat(submissions)
                    .extracting(each -> each.result().orElseThrow().outcome())
                    .containsExactly(Outcome.ACCEPTED, Outcome.INVALID, Outcome.ACCEPTED);
            assertThat(connection.submitAllNow(List.of(RunningEngine.message("four"))))
                    .extracting(SubmitResult::reference)
                    .containsExactly("four");
            assertThat(connection.submitNow(RunningEngine.message("five")).outcome())
                    .isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(gateway.simulator().messageCount()).isEqualTo(4);
    }

    @Test
    void receives_a_message_from_a_handset() throws Exception {
        BlockingQueue<ReceivedMessage> messages = new LinkedBlockingQueue<>();
        try (SmppClient client = RunningClient.start(client().onShortMessage(messages::add))) {
            gateway.simulator()
                    .sendMessage(
                            "shop",
                            Address.international("4512345678"),
                            Address.international("1204"),
                            DataCoding.DEFAULT,
                            Octets.ofLatin1("yes"));
            assertThat(next(messages).text()).contains("yes");
            RunningClient.awaitAcknowledgements(gateway.simulator(), 1);
            assertThat(client.gatewayState().hosts()).hasSize(2);
        }
    }

    @Test
    void adds_what_a_message_leaves_out() throws Exception {
        ShortMessage message = ShortMessage.to("4512345678").text("hello").build();
        try (SmppClient client = RunningClient.start(client().defaultFrom("Shop"));
                SmppConnection connection = client.getConnection()) {
            connection.submit(message);
            assertThat(client.plan(message).parts()).isEqualTo(1);
        }
        assertThat(gateway.simulator().messages().get(0).submitSm().source()).isEqualTo(Address.alphanumeric("Shop"));
    }

    @Test
    void a_message_that_cannot_be_is_refused_before_anything_is_sent() throws Exception {
        ShortMessage bad =
                RunningEngine.message("bad").toBuilder().recipient("").build();
        try (SmppClient client = client().start();
                SmppConnection connection = client.getConnection()) {
            assertThatThrownBy(() -> connection.submit(bad)).isInstanceOf(InvalidMessageException.class);
            assertThatThrownBy(() -> client.plan(bad)).isInstanceOf(InvalidMessageException.class);
        }
    }

    @Test
    void starts_while_no_host_is_there_and_is_usable_once_one_is() throws Exception {
        gateway.host("a").stop();
        gateway.host("b").stop();
        try (SmppClient client = client().start();
                SmppConnection connection = client.getConnection()) {
            assertThat(client.awaitUsable(Duration.ofMillis(50))).isFalse();
            assertThatThrownBy(() -> connection.submit(RunningEngine.message("early")))
                    .isInstanceOf(GatewayUnavailableException.class);
            gateway.host("b").start();
            assertThat(client.awaitUsable(RunningClient.PATIENCE)).isTrue();
            assertThat(connection.submit(RunningEngine.message("late")).result())
                    .isPresent();
        }
    }

    @Test
    void goes_on_after_every_host_was_restarted() throws Exception {
        try (SmppClient client = RunningClient.start(client());
                SmppConnection connection = client.getConnection()) {
            for (String host : List.of("a", "b", "a")) {
                String address = gateway.host(host).address();
                gateway.host(host).kill();
                // What is written before the client sees the kill would be of unknown outcome.
                RunningEngine.await(
                        () -> client.gatewayState().hosts().get(address).submitting() == 0);
                connection.submit(RunningEngine.message("without " + host));
                gateway.host(host).start();
                RunningEngine.await(
                        () -> client.gatewayState().hosts().get(address).submitting() == 1);
            }
            RunningEngine.await(() -> receipts.stream().distinct().count() == 3);
        }
        assertThat(receipts).extracting(each -> each.reference().orElseThrow()).contains("without a", "without b");
    }

    @Test
    void two_clients_stand_side_by_side_and_each_gets_its_own() throws Exception {
        BlockingQueue<DeliveryReceipt> others = new LinkedBlockingQueue<>();
        SmppClient.Builder builder =
                client().account("second").systemId("other").password("hidden").onDeliveryReceipt(others::add);
        try (SmppClient client = RunningClient.start(client());
                SmppConnection connection = client.getConnection()) {
            try (SmppClient other = RunningClient.start(builder);
                    SmppConnection ofOther = other.getConnection()) {
                connection.submit(RunningEngine.message("mine"));
                ofOther.submit(RunningEngine.message("theirs"));
                assertThat(next(receipts).reference()).contains("mine");
                assertThat(next(others)).extracting(Delivered::account).isEqualTo("second");
            }
            RunningClient.awaitNoThreads("second");
            connection.submit(RunningEngine.message("still there"));
            assertThat(next(receipts).reference()).contains("still there");
        }
        assertThat(others).isEmpty();
    }

    @Test
    void another_account_at_the_same_hosts_shares_the_listeners_and_ends_with_the_client() throws Exception {
        try (SmppClient client = RunningClient.start(client());
                SmppConnection connection = client.getConnection("other", "hidden")) {
            RunningEngine.await(() -> connection.gatewayState().isUsable());
            connection.submit(RunningEngine.message("as another"));
            assertThat(next(receipts).reference()).contains("as another");
            assertThatThrownBy(() -> client.getConnection("far-too-long-name", ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("systemId");
        }
        assertThat(gateway.simulator().messages().get(0).systemId()).isEqualTo("other");
        RunningClient.awaitNoThreads("client");
    }

    @Test
    void a_closed_connection_says_so_and_leaves_the_client_alone() throws Exception {
        try (SmppClient client = RunningClient.start(client())) {
            SmppConnection connection = client.getConnection();
            connection.close();
            connection.close();
            assertThatThrownBy(() -> connection.submit(RunningEngine.message("late")))
                    .isInstanceOf(SmppException.class)
                    .hasMessageContaining("closed");
            assertThatThrownBy(connection::gatewayState).isInstanceOf(IllegalStateException.class);
            assertThat(client.getConnection()
                            .submit(RunningEngine.message("other"))
                            .result())
                    .isPresent();
        }
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("windowsize", 10),
                Arguments.of("submitMode", "DIRECT"),
                Arguments.of("windowSize", "10"),
                Arguments.of("windowSize", 0),
                Arguments.of("tls", "true"),
                Arguments.of("systemId", "sixteen-letters-"),
                Arguments.of("maxConcurrency", 0),
                Arguments.of("maxRedeliveries", -1),
                Arguments.of("payloadAbove", 255));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_property_that_cannot_be_is_refused_at_once_and_named(String property, Serializable value) {
        assertThatThrownBy(() -> client().set(property, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(property + ":");
    }

    @Test
    void an_unknown_property_is_answered_with_those_that_there_are() {
        assertThatThrownBy(() -> client().set("windowsize", 10))
                .hasMessageContaining("windowSize")
                .hasMessageContaining("redeliveryDelayMillis");
    }

    @Test
    void what_is_missing_or_does_not_fit_together_is_refused_at_start_and_leaves_no_thread() {
        assertThatThrownBy(() -> client().hosts(" ").start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("hosts: not set");
        assertThatThrownBy(() -> client().set("interfaceVersion", "3.3")
                        .set(Property.BIND_TYPE.toString(), "TRANSCEIVER")
                        .start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bindType");
        assertThat(RunningClient.threads("client")).isEmpty();
    }
}
