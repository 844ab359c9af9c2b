package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.SubmitSm;

/** Several segments are counted as the provider counts them. */
class SegmentsTest {
    @RegisterExtension
    final SimulatorExtension gateway = SimulatorExtension.onFreePorts();

    private TestClient client;

    @BeforeEach
    void bind() throws IOException {
        client = TestClient.transmitter(gateway.host("a"), "shop");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    private static SubmitSm message(int dataCoding, int esmClass, Octets userData) {
        boolean fits = userData.length() <= 254;
        return new SubmitSm(
                "",
                Address.alphanumeric("Shop"),
                Address.international("4512345678"),
                esmClass,
                0,
                0,
                "",
                "",
                0,
                0,
                dataCoding,
                0,
                fits ? userData : Octets.empty(),
                fits ? Tlvs.empty() : Tlvs.empty().with(Tlv.MESSAGE_PAYLOAD, userData));
    }

    private static Octets octets(int length) {
        byte[] octets = new byte[length];
        Arrays.fill(octets, (byte) 0x20);
        return Octets.of(octets);
    }

    @ParameterizedTest
    @CsvSource({
        "0,1,1",
        "0,160,1",
        "0,161,2",
        "0,306,2",
        "0,307,3",
        "240,160,1",
        "240,161,2",
        "0,39015,255",
        "4,140,1",
        "4,141,2",
        "4,268,2",
        "4,269,3",
        "4,34170,255",
        "8,140,1",
        "8,142,2",
        "8,268,2",
        "8,270,3",
        "24,140,1",
        "24,142,2",
        "8,34170,255"
    })
    void a_message_of_so_many_octets_is_so_many_segments(int dataCoding, int length, int segments) throws Exception {
        assertThat(client.ask(message(dataCoding, 0, octets(length))).status().isOk())
                .isTrue();
        assertThat(gateway.simulator().messages()).singleElement().satisfies(stored -> assertThat(stored.segments())
                .isEqualTo(segments));
    }

    @ParameterizedTest
    @CsvSource({"0,39016", "240,39016", "4,34171", "8,34172", "24,34172"})
    void more_than_255_segments_are_ESME_RINVMSGLEN(int dataCoding, int length) throws Exception {
        assertThat(client.ask(message(dataCoding, 0, octets(length))).status())
                .isEqualTo(CommandStatus.ESME_RINVMSGLEN);
        assertThat(gateway.simulator().messageCount()).isZero();
    }

    @Test
    void an_escape_pair_is_not_parted() throws Exception {
        byte[] septets = octets(306).toByteArray();
        septets[152] = 0x1B;
        septets[153] = 0x65;
        client.ask(message(0, 0, Octets.of(septets)));
        assertThat(gateway.simulator().messages().get(0).segments()).isEqualTo(3);
    }

    @Test
    void a_part_with_a_header_of_its_own_is_one_segment() throws Exception {
        Octets part = Octets.ofHex("0500030A0201" + octets(153).toHex());
        assertThat(client.ask(message(0, 0x40, part)).status().isOk()).isTrue();
        assertThat(gateway.simulator().messages().get(0).segments()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0500030A0201,200", "FF00,10", "20,0"})
    void a_part_that_does_not_fit_and_a_header_that_is_not_there_are_ESME_RINVMSGLEN(String header, int more)
            throws Exception {
        Octets userData = Octets.ofHex(header + octets(more).toHex());
        assertThat(client.ask(message(0, 0x40, userData)).status()).isEqualTo(CommandStatus.ESME_RINVMSGLEN);
    }
}
