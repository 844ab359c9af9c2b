package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.smppra.InvalidMessageException;
import org.smppra.MessageState;
import org.smppra.MessageStatus;
import org.smppra.Sent;
import org.smppra.ShortMessage;
import org.smppra.SmppException;
import org.smppra.dispatch.StoredMessages;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.MessageId;
import org.smppra.message.Octets;
import org.smppra.pdu.CancelSm;
import org.smppra.pdu.CancelSmResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.QuerySm;
import org.smppra.pdu.QuerySmResp;
import org.smppra.pdu.ReplaceSm;
import org.smppra.pdu.ReplaceSmResp;

class StoredMessagesTest {
    private static final MessageId ID = MessageId.of("4D19C83C");
    private static final Address SHOP = Address.alphanumeric("Shop");
    private static final Address PHONE = Address.international("4512345678");

    private interface Steps {
        void with(ScriptedPeer peer, StoredMessages stored) throws Exception;
    }

    private static void run(String profile, Function<Envelope, List<Envelope>> script, Steps steps) throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.bound(script);
                RunningEngine engine = new RunningEngine(peer.address(), p -> {
                            p.setProfile(profile);
                            p.setResponseTimeoutMillis(2_000);
                        })
                        .awaitBound(1)) {
            steps.with(peer, engine.account().stored());
        }
    }

    private static List<Envelope> answer(Envelope envelope) {
        return switch (envelope.body().commandId()) {
            case QUERY_SM ->
                List.of(ScriptedPeer.answer(envelope, new QuerySmResp("4D19C83C", "261123120000000+", 2, 0)));
            case CANCEL_SM -> List.of(ScriptedPeer.answer(envelope, new CancelSmResp()));
            case REPLACE_SM -> List.of(ScriptedPeer.answer(envelope, new ReplaceSmResp()));
            default -> List.of();
        };
    }

    @Test
    void a_message_is_queried_by_its_id() throws Exception {
        run("generic", StoredMessagesTest::answer, (peer, stored) -> {
            MessageStatus status = stored.query(ID, SHOP);
            assertThat(status.state()).isEqualTo(MessageState.DELIVERED);
            assertThat(status.finalAt()).contains(Instant.parse("2026-11-23T12:00:00Z"));
            assertThat(peer.received().get(1).body()).isEqualTo(new QuerySm("4D19C83C", SHOP));
        });
    }

    @Test
    void a_message_is_cancelled_and_never_all_of_them() throws Exception {
        run("generic", StoredMessagesTest::answer, (peer, stored) -> {
            stored.cancel(ID, SHOP, PHONE);
            assertThat(peer.received().get(1).body()).isEqualTo(new CancelSm("", "4D19C83C", SHOP, PHONE));
            assertThatThrownBy(() -> stored.cancel(MessageId.of(""), SHOP, PHONE))
                    .isInstanceOfSatisfying(InvalidMessageException.class, e -> assertThat(e.field())
                            .isEqualTo("messageId"));
            assertThat(peer.count(CancelSm.class)).isEqualTo(1);
        });
    }

    @Test
    void a_message_is_replaced_and_what_replace_sm_cannot_carry_is_refused() throws Exception {
        run("generic", StoredMessagesTest::answer, (peer, stored) -> {
            ShortMessage with = ShortMessage.to(PHONE)
                    .text("Later")
                    .validity(Duration.ofMinutes(10))
                    .build();
            stored.replace(ID, SHOP, with);
            assertThat(peer.received().get(1).body())
                    .isEqualTo(new ReplaceSm("4D19C83C", SHOP, "", "000000001000000R", 1, 0, Octets.ofLatin1("Later")));
            assertThatThrownBy(() -> stored.replace(
                            ID, SHOP, with.toBuilder().reference("order-1").build()))
                    .hasMessageContaining("reference");
            assertThatThrownBy(() -> stored.replace(
                            ID, SHOP, with.toBuilder().text("x".repeat(255)).build()))
                    .hasMessageContaining("text");
            assertThat(peer.count(ReplaceSm.class)).isEqualTo(1);
        });
    }

    @Test
    void a_refusal_says_the_command_and_the_status() throws Exception {
        run(
                "generic",
                envelope -> List.of(Envelope.answer(
                        envelope.body().commandId(), envelope.sequenceNumber(), CommandStatus.ESME_RQUERYFAIL)),
                (peer, stored) -> assertThatThrownBy(() -> stored.query(ID, SHOP))
                        .isInstanceOf(SmppException.class)
                        .hasMessageContaining("query_sm")
                        .hasMessageContaining("ESME_RQUERYFAIL"));
    }

    @Test
    void no_answer_is_of_unknown_outcome() throws Exception {
        run("generic", envelope -> List.of(), (peer, stored) -> assertThatThrownBy(() -> stored.cancel(ID, SHOP, PHONE))
                .isInstanceOfSatisfying(
                        SmppException.class, e -> assertThat(e.sent()).isEqualTo(Sent.MAYBE)));
    }

    @Test
    void an_id_that_is_too_long_is_refused_with_the_fields_name() throws Exception {
        run("generic", StoredMessagesTest::answer, (peer, stored) -> assertThatThrownBy(
                        () -> stored.query(MessageId.of("x".repeat(65)), SHOP))
                .isInstanceOfSatisfying(InvalidMessageException.class, e -> assertThat(e.field())
                        .isEqualTo("message_id")));
    }

    @Test
    void a_provider_without_these_commands_is_not_asked() throws Exception {
        run("gatewayapi", StoredMessagesTest::answer, (peer, stored) -> {
            assertThatThrownBy(() -> stored.query(ID, SHOP)).hasMessageContaining("SMPP-NOT-SUPPORTED");
            assertThat(peer.received()).hasSize(1);
        });
    }
}
