package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smppra.InvalidMessageException;
import org.smppra.SubmitResult;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.SubmitSmResp;

/** An SMSC that speaks SMPP 3.3: no transceiver, no optional parameters. SMPP 3.4 section 3.4. */
class Version33Test {
    private static List<Envelope> accept(Envelope envelope) {
        return envelope.body() instanceof SubmitSm
                ? List.of(ScriptedPeer.answer(envelope, new SubmitSmResp("1A2B3C4D", Tlvs.empty())))
                : List.of();
    }

    private static List<SubmitSm> submitted(ScriptedPeer peer) {
        return peer.received().stream()
                .map(Envelope::body)
                .filter(SubmitSm.class::isInstance)
                .map(SubmitSm.class::cast)
                .toList();
    }

    @Test
    void it_is_bound_as_transmitter_and_receiver_of_version_0x33_and_gets_no_optional_parameter() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.bound(Version33Test::accept);
                RunningEngine engine =
                        new RunningEngine(peer.address(), p -> p.setInterfaceVersion("3.3")).awaitBound(1)) {
            SubmitResult result = engine.account().submit(RunningEngine.message("order-1"));
            assertThat(result.messageId().value()).isEqualTo("1A2B3C4D");
            assertThat(result.reference()).isEqualTo("order-1");
            RunningEngine.await(() -> peer.count(BindReceiver.class) == 1);
            assertThat(peer.count(BindTransmitter.class)).isEqualTo(1);
            assertThat(peer.received())
                    .filteredOn(envelope -> envelope.body() instanceof BindRequest)
                    .allSatisfy(envelope -> assertThat(((BindRequest) envelope.body()).interfaceVersion())
                            .isEqualTo(0x33));
            assertThat(submitted(peer)).singleElement().satisfies(pdu -> assertThat(pdu.tlvs())
                    .isEmpty());
        }
    }

    @Test
    void long_messages_are_cut_and_what_needs_an_optional_parameter_is_refused_with_its_field() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.bound(Version33Test::accept);
                RunningEngine engine =
                        new RunningEngine(peer.address(), p -> p.setInterfaceVersion("3.3")).awaitBound(1)) {
            engine.account()
                    .submit(RunningEngine.message("m").toBuilder()
                            .text("x".repeat(300))
                            .build());
            assertThat(submitted(peer)).hasSize(2).allSatisfy(pdu -> {
                assertThat(pdu.esmClass()).isEqualTo(0x40);
                assertThat(pdu.shortMessage().slice(0, 3)).isEqualTo(Octets.ofHex("050003"));
                assertThat(pdu.tlvs()).isEmpty();
            });
            assertThatThrownBy(() -> engine.account()
                            .submit(RunningEngine.message("m").toBuilder()
                                    .messageClass("premium")
                                    .build()))
                    .isInstanceOfSatisfying(InvalidMessageException.class, e -> assertThat(e.field())
                            .isEqualTo("messageClass"));
            assertThat(submitted(peer)).hasSize(2);
        }
    }
}
