package org.smppra.it.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.it.engine.RunningEngine;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.SubmitSm;
import org.smppra.simulator.SimulatorExtension;
import org.smppra.simulator.StoredMessage;

/** What somebody else's clients send in all its forms, and the reports about it in their own parsers. */
class MessagesOfForeignEsmeTest {
    private static final int[] DATA_CODINGS = {0, 3, 4, 8, 24, 240};
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T22:59:58Z"), ZoneOffset.UTC);
    private static final String NUMBER = "4512345678";

    @RegisterExtension
    final SimulatorExtension gateway = SimulatorExtension.of(builder -> builder.account("shop", "secret")
            .clock(CLOCK)
            .outcome("+4599", "UNDELIV", "019")
            .reportDelay(Duration.ZERO));

    private ForeignEsme transceiver(ForeignLibrary library) throws Exception {
        return library.esme(CommandId.BIND_TRANSCEIVER, gateway.host("a").address(), "secret");
    }

    private static Tlvs reference(String reference) {
        return Tlvs.empty().with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1(reference));
    }

    static Stream<Arguments> codings() {
        return Stream.of(ForeignLibrary.values()).flatMap(library -> Arrays.stream(DATA_CODINGS)
                .mapToObj(coding -> Arguments.of(library, coding)));
    }

    @ParameterizedTest
    @MethodSource("codings")
    void every_data_coding_of_the_provider_is_taken_and_reported(ForeignLibrary library, int coding) throws Exception {
        // All 140 values that do not read as text, so that nobody may convert them.
        byte[] octets = new byte[140];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) (i + 116);
        }
        SubmitSm message = Messages.submit(NUMBER, 0, coding, Octets.of(octets), reference("ab"));
        try (ForeignEsme esme = transceiver(library)) {
            String id = esme.submit(message);
            assertThat(stored()).containsExactly(message);
            RunningEngine.await(() -> esme.receipts().size() == 1);
            assertThat(esme.receipts().get(0).id()).isEqualTo(id);
        }
    }

    static Stream<Arguments> otherCodings() {
        return Stream.of(ForeignLibrary.values())
                .flatMap(library -> Stream.of(1, 2, 5, 9, 14, 25, 241, 245, 255)
                        .map(coding -> Arguments.of(library, coding)));
    }

    @ParameterizedTest
    @MethodSource("otherCodings")
    void other_data_codings_are_refused_and_the_client_sees_it(ForeignLibrary library, int coding) throws Exception {
        try (ForeignEsme esme = transceiver(library)) {
            SubmitSm message = Messages.submit(NUMBER, 0, coding, Octets.ofLatin1("hello"), Tlvs.empty());
            assertThatThrownBy(() -> esme.submit(message))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            e -> assertThat(e.status()).isEqualTo(CommandStatus.ESME_RINVDCS));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_long_message_in_message_payload_is_one_message(ForeignLibrary library) throws Exception {
        Octets text = Octets.ofLatin1("All of this is one text. ".repeat(60));
        SubmitSm message =
                Messages.submit(NUMBER, 0, 0, Octets.empty(), reference("long").with(Tlv.MESSAGE_PAYLOAD, text));
        try (ForeignEsme esme = transceiver(library)) {
            esme.submit(message);
            assertThat(stored()).containsExactly(message);
            RunningEngine.await(() -> esme.receipts().size() == 1);
            assertThat(esme.receipts().get(0).text()).isEqualTo("long");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_long_message_in_parts_arrives_part_by_part(ForeignLibrary library) throws Exception {
        List<SubmitSm> parts = new ArrayList<>();
        for (int part = 1; part <= 3; part++) {
            Octets header = Octets.ofHex("0500032a03" + "0" + part);
            String text = Octets.ofLatin1(String.valueOf(part).repeat(134)).toHex();
            parts.add(Messages.submit(NUMBER, 0x40, 0, Octets.ofHex(header.toHex() + text), reference("part" + part)));
        }
        try (ForeignEsme esme = transceiver(library)) {
            List<String> ids = new ArrayList<>();
            for (SubmitSm part : parts) {
                ids.add(esme.submit(part));
            }
            assertThat(stored()).containsExactlyElementsOf(parts);
            RunningEngine.await(() -> esme.receipts().size() == 3);
            assertThat(esme.receipts())
                    .extracting(ForeignReceipt::id)
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_library_reads_every_field_of_a_report_with_its_own_parser(ForeignLibrary library) throws Exception {
        try (ForeignEsme esme = transceiver(library)) {
            String good = esme.submit(
                    Messages.submit(NUMBER, Octets.ofLatin1("hello"), reference("order-4711-is-longer-than-this")));
            RunningEngine.await(() -> esme.receipts().size() == 1);
            // Not of one character: jSMPP cannot read an optional parameter 0x0204 of a single octet.
            String bad = esme.submit(Messages.submit("4599345678", Octets.ofLatin1("hello"), reference("no")));
            RunningEngine.await(() -> esme.receipts().size() == 2);
            assertThat(esme.receipts())
                    .containsExactly(
                            new ForeignReceipt(
                                    good, 1, 0, "2611232259", "2611232259", "DELIVRD", "000", "order-4711-is-longer"),
                            new ForeignReceipt(bad, 1, 0, "2611232259", "2611232259", "UNDELIV", "019", "no"));
        }
    }

    private List<SubmitSm> stored() {
        return gateway.simulator().messages().stream()
                .map(StoredMessage::submitSm)
                .toList();
    }
}
