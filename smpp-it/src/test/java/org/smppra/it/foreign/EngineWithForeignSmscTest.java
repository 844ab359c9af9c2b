package org.smppra.it.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.smppra.ReceiptWish;
import org.smppra.ShortMessage;
import org.smppra.SubmitRejectedException;
import org.smppra.SubmitResult;
import org.smppra.it.engine.RunningEngine;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.SubmitSm;

/** Our engine as the client of somebody else's SMSC: what is sent arrives as it was meant. */
class EngineWithForeignSmscTest {
    private static RunningEngine engine(ForeignSmsc smsc) {
        return new RunningEngine(smsc.address(), p -> {}).awaitBound(1);
    }

    /** All fields but the reference, which jSMPP reads as the two octets of SMPP 3.4 section 5.3.2.17. */
    private static SubmitSm withoutReference(SubmitSm m) {
        return new SubmitSm(
                m.serviceType(),
                m.source(),
                m.destination(),
                m.esmClass(),
                m.protocolId(),
                m.priorityFlag(),
                m.scheduleDeliveryTime(),
                m.validityPeriod(),
                m.registeredDelivery(),
                m.replaceIfPresentFlag(),
                m.dataCoding(),
                m.smDefaultMsgId(),
                m.shortMessage(),
                Messages.without(m.tlvs(), Tlv.USER_MESSAGE_REFERENCE.tag()));
    }

    private static SubmitSm expected(int esmClass, int dataCoding, Octets body, Tlvs tlvs) {
        return new SubmitSm(
                "",
                Address.sender("Shop"),
                Address.international("4512345678"),
                esmClass,
                0,
                0,
                "",
                "",
                1,
                0,
                dataCoding,
                0,
                body,
                tlvs);
    }

    private static ShortMessage.Builder message() {
        return RunningEngine.message("order-4711").toBuilder();
    }

    private static SubmitSm submitted(ForeignLibrary library, ShortMessage message) throws Exception {
        try (ForeignSmsc smsc = library.smsc();
                RunningEngine engine = engine(smsc)) {
            SubmitResult result = engine.account().submit(message);
            assertThat(result.messageId().value()).isIn("1000000001", "2000000001");
            assertThat(smsc.submitted()).hasSize(1);
            return withoutReference(smsc.submitted().get(0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void binds_as_transceiver_with_every_field(ForeignLibrary library) {
        try (ForeignSmsc smsc = library.smsc();
                RunningEngine engine = new RunningEngine(smsc.address(), p -> {
                            p.setSystemType("VMA");
                            p.setAddressRange("^45");
                        })
                        .awaitBound(1)) {
            assertThat(smsc.binds()).containsExactly(new BindTransceiver("shop", "secret", "VMA", 0x34, 0, 0, "^45"));
            RunningEngine.await(() -> smsc.sessions() == 1);
            assertThat(engine.account().state().isUsable()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void binds_as_transmitter_and_receiver(ForeignLibrary library) throws Exception {
        try (ForeignSmsc smsc = library.smsc();
                RunningEngine engine =
                        new RunningEngine(smsc.address(), p -> p.setBindType("TRANSMITTER_RECEIVER")).awaitBound(1)) {
            RunningEngine.await(() -> smsc.sessions() == 2);
            assertThat(smsc.binds())
                    .containsExactlyInAnyOrder(
                            new BindTransmitter("shop", "secret", "", 0x34, 0, 0, ""),
                            new BindReceiver("shop", "secret", "", 0x34, 0, 0, ""));
            engine.account().submit(message().build());
            assertThat(smsc.submitted()).hasSize(1);
            RecordingSink sink = new RecordingSink();
            engine.account().addSink(sink);
            try (Delivering delivering = new Delivering(smsc, Messages.mobileOriginated())) {
                RunningEngine.await(() -> sink.open() == 1);
                sink.settle(CommandStatus.ESME_ROK);
                assertThat(delivering.answer()).isEqualTo(CommandStatus.ESME_ROK);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void gsm_text_arrives_with_every_field(ForeignLibrary library) throws Exception {
        SubmitSm submitted = submitted(
                library,
                message()
                        .text("Price: 5 € @ [Shop]")
                        .priority(2)
                        .validity(Duration.ofHours(3))
                        .receipt(ReceiptWish.ALL)
                        .build());
        // 1b65: the euro sign; 00: the at sign; 1b3c and 1b3e: the brackets.
        assertThat(submitted)
                .isEqualTo(new SubmitSm(
                        "",
                        Address.sender("Shop"),
                        Address.international("4512345678"),
                        0,
                        0,
                        2,
                        "",
                        "000000030000000R",
                        0x11,
                        0,
                        0,
                        0,
                        Octets.ofHex("50726963653a2035201b652000201b3c53686f701b3e"),
                        Tlvs.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void ucs2_text_arrives(ForeignLibrary library) throws Exception {
        String text = "Привет \uD83D\uDE00";
        assertThat(submitted(library, message().text(text).build()))
                .isEqualTo(expected(0, 8, Octets.of(text.getBytes(StandardCharsets.UTF_16BE)), Tlvs.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void binary_arrives_with_its_user_data_header(ForeignLibrary library) throws Exception {
        byte[] all = new byte[134];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i * 2);
        }
        ShortMessage message = ShortMessage.to("4512345678")
                .from("Shop")
                .binary(all)
                .userDataHeader(new byte[] {5, 4, 0x15, (byte) 0x81, 0x15, (byte) 0x81})
                .dataCoding(DataCoding.BINARY)
                .build();
        Octets body = Octets.ofHex("06050415811581" + Octets.of(all).toHex());
        assertThat(submitted(library, message)).isEqualTo(expected(0x40, 4, body, Tlvs.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void a_long_text_arrives_whole_in_message_payload(ForeignLibrary library) throws Exception {
        String text = "0123456789".repeat(100);
        assertThat(submitted(library, message().text(text).build()))
                .isEqualTo(
                        expected(0, 0, Octets.empty(), Tlvs.empty().with(Tlv.MESSAGE_PAYLOAD, Octets.ofLatin1(text))));
    }

    @ParameterizedTest
    @EnumSource
    void a_vendors_tlv_arrives_octet_for_octet(ForeignLibrary library) throws Exception {
        assertThat(submitted(library, message().messageClass("premium").build()).tlvs())
                .isEqualTo(Tlvs.empty().with(Tlv.MESSAGE_CLASS, Octets.ofLatin1("premium")));
    }

    @Test
    void a_long_reference_arrives_at_cloudhopper_octet_for_octet() throws Exception {
        try (ForeignSmsc smsc = ForeignLibrary.CLOUDHOPPER.smsc();
                RunningEngine engine = engine(smsc)) {
            engine.account()
                    .submit(message().reference("Bestellung-Nr-ÄÖÜ-4711-00001").build());
            assertThat(smsc.submitted().get(0).tlvs().first(Tlv.USER_MESSAGE_REFERENCE))
                    .contains(Octets.ofLatin1("Bestellung-Nr-ÄÖÜ-4711-00001"));
        }
    }

    /** SMPP 3.4 section 5.3.2.17 gives user_message_reference two octets; the provider takes more. */
    @Test
    void a_long_reference_arrives_at_jsmpp_octet_for_octet_which_then_reads_only_two_of_them() throws Exception {
        try (JsmppSmsc smsc = new JsmppSmsc(m -> CommandStatus.ESME_ROK);
                RunningEngine engine = engine(smsc)) {
            engine.account()
                    .submit(message()
                            .reference("order-4711")
                            .messageClass("premium")
                            .build());
            Octets frame = smsc.frames().get(smsc.frames().size() - 1);
            assertThat(frame.toHex())
                    .contains("0204" + "000a" + Octets.ofLatin1("order-4711").toHex())
                    .endsWith("2900" + "0007" + Octets.ofLatin1("premium").toHex());
            assertThat(smsc.submitted().get(0).tlvs().first(Tlv.USER_MESSAGE_REFERENCE))
                    .contains(Octets.ofLatin1("or"));
        }
    }

    @ParameterizedTest
    @CsvSource({"JSMPP,0x58", "JSMPP,0x0B", "JSMPP,0x042E", "CLOUDHOPPER,0x58", "CLOUDHOPPER,0x0B", "CLOUDHOPPER,0x042E"
    })
    void a_refusal_comes_with_its_status(ForeignLibrary library, String hex) {
        CommandStatus status = CommandStatus.of(Integer.decode(hex));
        try (ForeignSmsc smsc = library.smsc(m -> status);
                RunningEngine engine = engine(smsc)) {
            assertThatThrownBy(() -> engine.account().submit(message().build()))
                    .isInstanceOfSatisfying(
                            SubmitRejectedException.class,
                            e -> assertThat(e.result().status()).contains(status));
            assertThat(engine.account().state().isUsable()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void enquire_link_is_answered_both_ways(ForeignLibrary library) throws Exception {
        try (ForeignSmsc smsc = library.smsc();
                RunningEngine engine =
                        new RunningEngine(smsc.address(), p -> p.setEnquireLinkIntervalMillis(100)).awaitBound(1)) {
            RunningEngine.await(() -> smsc.sessions() == 1);
            smsc.enquireLink();
            assertThat(smsc.received(CommandId.ENQUIRE_LINK_RESP)).isEqualTo(1);
            RunningEngine.await(() -> smsc.received(CommandId.ENQUIRE_LINK) >= 3);
            assertThat(smsc.binds()).hasSize(1);
            assertThat(engine.account().state().isUsable()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void closing_unbinds_and_the_peer_sees_it(ForeignLibrary library) {
        try (ForeignSmsc smsc = library.smsc()) {
            RunningEngine engine = new RunningEngine(smsc.address(), p -> p.setBindsPerHost(2)).awaitBound(2);
            RunningEngine.await(() -> smsc.sessions() == 2);
            engine.close();
            RunningEngine.await(() -> smsc.sessions() == 0);
            assertThat(smsc.received(CommandId.UNBIND)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_password_is_said_and_not_tried_again_at_once(ForeignLibrary library) {
        try (ForeignSmsc smsc = library.smsc();
                RunningEngine engine = new RunningEngine(smsc.address(), p -> p.setPassword("wrong"))) {
            RunningEngine.await(() -> engine.account().state().hosts().values().stream()
                    .anyMatch(host -> host.lastError().orElse("").contains("ESME_RINVPASWD")));
            assertThat(smsc.binds()).hasSize(1);
            assertThat(smsc.sessions()).isZero();
        }
    }
}
