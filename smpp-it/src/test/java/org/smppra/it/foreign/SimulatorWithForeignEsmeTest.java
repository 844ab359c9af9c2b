package org.smppra.it.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smppra.it.engine.RunningEngine;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.SubmitSm;
import org.smppra.simulator.BindView;
import org.smppra.simulator.SimulatorExtension;
import org.smppra.simulator.SimulatorListener;

/** Somebody else's clients at our simulator, through our codec. */
class SimulatorWithForeignEsmeTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<String> ends = new CopyOnWriteArrayList<>();

    @RegisterExtension
    final SimulatorExtension gateway = SimulatorExtension.of(builder -> builder.account("shop", "secret")
            .reportDelay(Duration.ZERO)
            .listener(new SimulatorListener() {
                @Override
                public void unbound(BindView bind, String reason) {
                    ends.add(reason);
                }
            }));

    private ForeignEsme esme(ForeignLibrary library, CommandId bind) throws Exception {
        return library.esme(bind, gateway.host("a").address(), "secret");
    }

    private static SubmitSm message(String reference) {
        return Messages.submit(
                "4512345678",
                Octets.ofLatin1("hello"),
                Tlvs.empty()
                        .with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1(reference))
                        .with(Tlv.MESSAGE_CLASS, Octets.ofLatin1("premium")));
    }

    @ParameterizedTest
    @EnumSource
    void binds_of_each_kind_are_granted_with_the_version(ForeignLibrary library) throws Exception {
        for (CommandId bind :
                List.of(CommandId.BIND_TRANSMITTER, CommandId.BIND_RECEIVER, CommandId.BIND_TRANSCEIVER)) {
            try (ForeignEsme esme = esme(library, bind)) {
                assertThat(esme.isBound()).isTrue();
                assertThat(esme.interfaceVersion()).isEqualTo(0x34);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_password_is_refused(ForeignLibrary library) {
        assertThatThrownBy(() -> library.esme(
                        CommandId.BIND_TRANSCEIVER, gateway.host("a").address(), "wrong"))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.status()).isEqualTo(CommandStatus.ESME_RINVPASWD));
    }

    @ParameterizedTest
    @EnumSource
    void a_submit_arrives_with_every_field_and_tlv(ForeignLibrary library) throws Exception {
        try (ForeignEsme esme = esme(library, CommandId.BIND_TRANSMITTER)) {
            String id = esme.submit(message("order-4711-and-more-than-two-octets"));
            assertThat(gateway.simulator().messages()).singleElement().satisfies(stored -> {
                assertThat(stored.messageId()).isEqualTo(id);
                assertThat(stored.submitSm()).isEqualTo(message("order-4711-and-more-than-two-octets"));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_submit_is_answered_with_its_status(ForeignLibrary library) throws Exception {
        try (ForeignEsme esme = esme(library, CommandId.BIND_TRANSCEIVER)) {
            assertThatThrownBy(() -> esme.submit(Messages.submit("", Octets.ofLatin1("hello"), Tlvs.empty())))
                    .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.status())
                            .isEqualTo(CommandStatus.ESME_RINVDSTADR));
            assertThat(esme.submit(message("next"))).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void its_receipt_comes_in_and_is_acknowledged(ForeignLibrary library) throws Exception {
        try (ForeignEsme esme = esme(library, CommandId.BIND_TRANSCEIVER)) {
            String id = esme.submit(message("ab"));
            RunningEngine.await(() -> esme.delivered().size() == 1);
            DeliverSm receipt = esme.delivered().get(0);
            assertThat(receipt.esmClass()).isEqualTo(4);
            assertThat(receipt.shortMessage().toLatin1()).startsWith("id:" + id).endsWith("text:ab");
            assertThat(receipt.tlvs().first(Tlv.USER_MESSAGE_REFERENCE)).contains(Octets.ofLatin1("ab"));
            assertThat(gateway.simulator()
                            .await(() -> gateway.simulator().acknowledgements().size() == 1, SOON))
                    .isTrue();
            assertThat(gateway.simulator().acknowledgements().get(0).status()).isEqualTo(CommandStatus.ESME_ROK);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_mobile_originated_message_comes_in(ForeignLibrary library) throws Exception {
        Octets body = Octets.ofHex("041f04400438043204350442");
        try (ForeignEsme esme = esme(library, CommandId.BIND_RECEIVER)) {
            gateway.simulator()
                    .sendMessage(
                            "shop",
                            Address.international("4587654321"),
                            Address.international("451204"),
                            DataCoding.UCS2,
                            body);
            RunningEngine.await(() -> esme.delivered().size() == 1);
            assertThat(esme.delivered().get(0).shortMessage()).isEqualTo(body);
            assertThat(esme.delivered().get(0).dataCoding()).isEqualTo(8);
            assertThat(esme.delivered().get(0).source()).isEqualTo(Address.international("4587654321"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void enquire_link_is_answered(ForeignLibrary library) throws Exception {
        try (ForeignEsme esme = esme(library, CommandId.BIND_RECEIVER)) {
            esme.enquireLink();
            esme.enquireLink();
            assertThat(esme.isBound()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void unbind_is_answered_and_ends_the_session(ForeignLibrary library) throws Exception {
        try (ForeignEsme esme = esme(library, CommandId.BIND_TRANSCEIVER)) {
            assertThat(gateway.host("a").binds()).hasSize(1);
            esme.unbind();
            assertThat(gateway.simulator().await(() -> gateway.host("a").connections() == 0, SOON))
                    .isTrue();
            assertThat(esme.isBound()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_host_that_stops_unbinds_the_client(ForeignLibrary library) throws Exception {
        try (ForeignEsme esme = esme(library, CommandId.BIND_TRANSCEIVER)) {
            assertThat(esme.isBound()).isTrue();
            gateway.host("a").stop();
            // Not: no unbind_resp came in time.
            assertThat(ends).containsExactly("unbound");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_the_provider_does_not_have_is_answered_generic_nack_and_the_session_lives(ForeignLibrary library)
            throws Exception {
        try (ForeignEsme esme = esme(library, CommandId.BIND_TRANSCEIVER)) {
            for (Map.Entry<String, Callable<CommandStatus>> request :
                    esme.beyondTheProvider().entrySet()) {
                assertThat(request.getValue().call()).as(request.getKey()).isEqualTo(CommandStatus.ESME_RINVCMDID);
                assertThat(esme.submit(message("after " + request.getKey()))).isNotEmpty();
            }
        }
    }

    @Test
    void several_sessions_of_both_libraries_live_side_by_side() throws Exception {
        List<ForeignEsme> transmitters = new ArrayList<>();
        List<ForeignEsme> receivers = new ArrayList<>();
        try {
            for (ForeignLibrary library : ForeignLibrary.values()) {
                for (String host : List.of("a", "b")) {
                    String address = gateway.host(host).address();
                    transmitters.add(library.esme(CommandId.BIND_TRANSMITTER, address, "secret"));
                    receivers.add(library.esme(CommandId.BIND_RECEIVER, address, "secret"));
                }
            }
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                for (ForeignEsme transmitter : transmitters) {
                    ids.add(transmitter.submit(message("ab")));
                }
            }
            assertThat(ids).hasSize(40).doesNotHaveDuplicates();
            RunningEngine.await(() -> delivered(receivers).size() >= 40);
            assertThat(delivered(receivers)).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(receivers)
                    .allSatisfy(receiver -> assertThat(receiver.delivered()).isNotEmpty());
            assertThat(delivered(transmitters)).isEmpty();
        } finally {
            transmitters.forEach(ForeignEsme::close);
            receivers.forEach(ForeignEsme::close);
        }
    }

    /** The ids in the receipts that came to these. */
    private static List<String> delivered(List<ForeignEsme> esmes) {
        return esmes.stream()
                .flatMap(esme -> esme.delivered().stream())
                .map(receipt -> receipt.shortMessage().toLatin1().split("[: ]", 3)[1])
                .toList();
    }
}
