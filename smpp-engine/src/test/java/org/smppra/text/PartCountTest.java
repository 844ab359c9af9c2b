package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smppra.InvalidMessageException;
import org.smppra.ShortMessage;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;

class PartCountTest {

    private static PartCount count(ShortMessage.Builder message) throws InvalidMessageException {
        return PartCount.of(BodyEncoder.encode(message.build()), LongMessages.UDH_8);
    }

    private static ShortMessage.Builder text(String text) {
        return ShortMessage.to("4512345678").text(text);
    }

    private static ShortMessage.Builder binary(int octets) {
        return ShortMessage.to("4512345678").binary(new byte[octets]);
    }

    @ParameterizedTest
    @CsvSource({"0,1,160", "1,1,159", "160,1,0", "161,2,145", "306,2,0", "307,3,152", "459,3,0", "39015,255,0"})
    void counts_septets(int septets, int parts, int left) throws InvalidMessageException {
        assertThat(count(text("a".repeat(septets)))).isEqualTo(new PartCount(parts, left));
    }

    @ParameterizedTest
    @CsvSource({"0,1,70", "70,1,0", "71,2,63", "134,2,0", "135,3,66"})
    void counts_units_of_ucs2(int units, int parts, int left) throws InvalidMessageException {
        assertThat(count(text("ç".repeat(units)).dataCoding(DataCoding.UCS2))).isEqualTo(new PartCount(parts, left));
    }

    @ParameterizedTest
    @CsvSource({"0,1,140", "140,1,0", "141,2,127", "268,2,0", "269,3,133"})
    void counts_octets(int octets, int parts, int left) throws InvalidMessageException {
        assertThat(count(binary(octets))).isEqualTo(new PartCount(parts, left));
        assertThat(count(text("ç".repeat(octets)).dataCoding(DataCoding.LATIN_1)))
                .isEqualTo(new PartCount(parts, left));
    }

    @Test
    void counts_an_escaped_character_twice() throws InvalidMessageException {
        assertThat(count(text("€".repeat(80)))).isEqualTo(new PartCount(1, 0));
        // 76 pairs fill 152 of 153 septets.
        assertThat(count(text("€".repeat(81)))).isEqualTo(new PartCount(2, 153 - 10));
    }

    @Test
    void keeps_escape_pairs() throws InvalidMessageException {
        // The pair would lie at septets 153 and 154: it moves, and with it the third part begins.
        assertThat(count(text("a".repeat(152) + "€" + "a".repeat(151)))).isEqualTo(new PartCount(2, 0));
        assertThat(count(text("a".repeat(152) + "€" + "a".repeat(152)))).isEqualTo(new PartCount(3, 152));
        assertThat(count(text("a".repeat(151) + "€" + "a".repeat(153)))).isEqualTo(new PartCount(2, 0));
    }

    @Test
    void keeps_surrogate_pairs() throws InvalidMessageException {
        assertThat(count(text("ç".repeat(66) + "😀" + "ç".repeat(65)))).isEqualTo(new PartCount(2, 0));
        assertThat(count(text("ç".repeat(66) + "😀" + "ç".repeat(66)))).isEqualTo(new PartCount(3, 66));
        assertThat(count(text("ç".repeat(65) + "😀" + "ç".repeat(67)))).isEqualTo(new PartCount(2, 0));
        assertThat(count(text("😀".repeat(35)))).isEqualTo(new PartCount(1, 0));
        assertThat(count(text("😀".repeat(36)))).isEqualTo(new PartCount(2, 67 - 6));
    }

    @Test
    void reads_escapes_from_the_front() throws InvalidMessageException {
        // ESC ESC is one pair: the ESC at the end of the part opens none.
        byte[] octets = new byte[161];
        octets[151] = Gsm0338.ESC;
        octets[152] = Gsm0338.ESC;
        assertThat(count(ShortMessage.to("45").binary(octets).dataCoding(DataCoding.DEFAULT)))
                .isEqualTo(new PartCount(2, 153 - 8));
    }

    @Test
    void takes_the_room_of_a_header_from_a_single_part() throws InvalidMessageException {
        byte[] ports = Octets.ofHex("05040b8423f0").toByteArray();
        assertThat(count(binary(133).userDataHeader(ports))).isEqualTo(new PartCount(1, 0));
        assertThat(count(text("a".repeat(152)).userDataHeader(ports))).isEqualTo(new PartCount(1, 0));
        assertThat(count(text("ç".repeat(66)).userDataHeader(ports))).isEqualTo(new PartCount(1, 0));
    }

    @Test
    void repeats_a_header_in_every_part() throws InvalidMessageException {
        byte[] ports = Octets.ofHex("05040b8423f0").toByteArray();
        assertThat(count(binary(134).userDataHeader(ports))).isEqualTo(new PartCount(2, 128 - 6));
        assertThat(count(binary(257).userDataHeader(ports))).isEqualTo(new PartCount(3, 127));
    }

    @Test
    void leaves_a_part_that_the_application_cut_itself() throws InvalidMessageException {
        byte[] part = Octets.ofHex("0003010201").toByteArray();
        assertThat(count(text("a".repeat(153)).userDataHeader(part))).isEqualTo(new PartCount(1, 0));
        assertThatThrownBy(() -> count(text("a".repeat(154)).userDataHeader(part)))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("userDataHeader: says this is a part");
        byte[] wide = Octets.ofHex("05040b8423f0080400010201").toByteArray();
        assertThatThrownBy(() -> count(binary(140).userDataHeader(wide))).isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void refuses_to_cut_behind_a_header_that_leaves_no_room() {
        byte[] header = new byte[134];
        header[0] = 0x70;
        header[1] = (byte) 132;
        assertThatThrownBy(() -> count(binary(6).userDataHeader(header)))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("no room");
    }

    @Test
    void counts_on_beyond_the_limit() throws InvalidMessageException {
        assertThat(count(binary(134 * 300)).parts()).isEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource({"UDH_8,153,134,67", "SMSC_CUTS,153,134,67", "PAYLOAD,153,134,67", "UDH_16,152,133,66", "SAR,152,133,66"
    })
    void has_the_room_that_the_reference_leaves(LongMessages how, int septets, int octets, int units)
            throws InvalidMessageException {
        for (int more = 0; more <= 1; more++) {
            int parts = 3 + more;
            assertThat(PartCount.of(
                                    BodyEncoder.encode(
                                            text("a".repeat(3 * septets + more)).build()),
                                    how)
                            .parts())
                    .isEqualTo(parts);
            assertThat(PartCount.of(BodyEncoder.encode(binary(3 * octets + more).build()), how)
                            .parts())
                    .isEqualTo(parts);
            String cyrillic = "ж".repeat(3 * units + more);
            assertThat(PartCount.of(BodyEncoder.encode(text(cyrillic).build()), how)
                            .parts())
                    .isEqualTo(parts);
        }
    }

    @Test
    void keeps_combining_sequences() throws InvalidMessageException {
        String letter = "ж\u0301";
        assertThat(count(text("ж".repeat(66) + letter + "ж".repeat(65)))).isEqualTo(new PartCount(2, 0));
        assertThat(count(text("ж".repeat(66) + letter + "ж".repeat(66)))).isEqualTo(new PartCount(3, 66));
        assertThat(count(text("ж".repeat(65) + letter + "ж".repeat(67)))).isEqualTo(new PartCount(2, 0));
        // One that is longer than a part is cut between its characters.
        assertThat(count(text("ж" + "\u0301".repeat(133)))).isEqualTo(new PartCount(2, 0));
    }
}
