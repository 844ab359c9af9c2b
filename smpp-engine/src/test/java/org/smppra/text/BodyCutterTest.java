package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smppra.InvalidMessageException;
import org.smppra.ShortMessage;
import org.smppra.message.Octets;

class BodyCutterTest {
    private static final byte[] PORTS = Octets.ofHex("05040b8423f0").toByteArray();

    private static List<BodyPart> cut(ShortMessage.Builder message, LongMessages how) throws InvalidMessageException {
        return BodyCutter.cut(BodyEncoder.encode(message.build()), how, 0xABCD);
    }

    private static ShortMessage.Builder text(String text) {
        return ShortMessage.to("4512345678").text(text);
    }

    private static ShortMessage.Builder binary(int octets) {
        return ShortMessage.to("4512345678").binary(new byte[octets]);
    }

    private static String ucs2(BodyPart part) {
        byte[] octets = part.userData().toByteArray();
        return new String(octets, 6, octets.length - 6, StandardCharsets.UTF_16BE);
    }

    @Test
    void leaves_a_short_body_as_it_is() throws Exception {
        for (LongMessages how : LongMessages.values()) {
            assertThat(cut(text("a".repeat(160)), how))
                    .containsExactly(new BodyPart(Octets.ofLatin1("a".repeat(160)), false, false, null));
        }
    }

    @Test
    void leaves_the_cutting_to_an_smsc_that_cuts() throws Exception {
        Octets whole = Octets.ofLatin1("a".repeat(1000));
        assertThat(cut(text("a".repeat(1000)), LongMessages.SMSC_CUTS))
                .containsExactly(new BodyPart(whole, false, false, null));
        assertThat(cut(text("a".repeat(1000)), LongMessages.PAYLOAD))
                .containsExactly(new BodyPart(whole, false, true, null));
    }

    @Test
    void numbers_parts_beside_an_8_bit_reference() throws Exception {
        List<BodyPart> parts = cut(text("a".repeat(153) + "b".repeat(153) + "c"), LongMessages.UDH_8);
        assertThat(parts).allMatch(BodyPart::userDataHeader);
        assertThat(parts.stream().map(part -> part.userData().toLatin1()))
                .containsExactly(
                        "\5\0\3\u00cd\3\1" + "a".repeat(153),
                        "\5\0\3\u00cd\3\2" + "b".repeat(153),
                        "\5\0\3\u00cd\3\3c");
    }

    @Test
    void numbers_parts_beside_a_16_bit_reference() throws Exception {
        List<BodyPart> parts = cut(binary(134 + 133), LongMessages.UDH_16);
        assertThat(parts.stream().map(part -> part.userData().slice(0, 7).toHex()))
                .containsExactly("060804abcd0301", "060804abcd0302", "060804abcd0303");
        assertThat(parts.stream().map(part -> part.userData().length())).containsExactly(140, 140, 8);
    }

    @Test
    void numbers_parts_by_optional_parameters() throws Exception {
        List<BodyPart> parts = cut(binary(141), LongMessages.SAR);
        assertThat(parts)
                .containsExactly(
                        new BodyPart(Octets.of(new byte[133]), false, false, new Concatenation(0xABCD, true, 2, 1)),
                        new BodyPart(Octets.of(new byte[8]), false, false, new Concatenation(0xABCD, true, 2, 2)));
    }

    @Test
    void repeats_the_elements_of_the_application_in_every_part() throws Exception {
        List<BodyPart> parts = cut(binary(129).userDataHeader(PORTS), LongMessages.UDH_8);
        assertThat(parts).hasSize(1);
        parts = cut(binary(134).userDataHeader(PORTS), LongMessages.UDH_8);
        assertThat(parts.stream().map(part -> part.userData().slice(0, 12).toHex()))
                .containsExactly("0b05040b8423f00003cd0201", "0b05040b8423f00003cd0202");
        assertThat(parts.stream().map(part -> part.userData().length())).containsExactly(140, 12 + 6);
    }

    @Test
    void uses_a_header_instead_of_parameters_where_the_application_gave_one() throws Exception {
        List<BodyPart> parts = cut(binary(134).userDataHeader(PORTS), LongMessages.SAR);
        assertThat(parts.stream().map(part -> part.userData().slice(0, 13).toHex()))
                .containsExactly("0c05040b8423f00804abcd0201", "0c05040b8423f00804abcd0202");
        assertThat(parts).allMatch(part -> part.sar() == null && part.userDataHeader());
    }

    @Test
    void keeps_escape_pairs_surrogate_pairs_and_combining_sequences() throws Exception {
        assertThat(cut(text("a".repeat(152) + "€" + "b".repeat(20)), LongMessages.UDH_8)
                        .get(0)
                        .userData()
                        .length())
                .isEqualTo(6 + 152);
        assertThat(ucs2(cut(text("ж".repeat(66) + "😀" + "ж".repeat(20)), LongMessages.UDH_8)
                        .get(1)))
                .startsWith("😀");
        assertThat(ucs2(cut(text("ж".repeat(65) + "e\u0302\u0323" + "ж".repeat(20)), LongMessages.UDH_8)
                        .get(1)))
                .startsWith("e\u0302\u0323");
        assertThat(ucs2(cut(text("ж".repeat(66) + "क\u093F" + "ж".repeat(20)), LongMessages.UDH_8)
                        .get(1)))
                .startsWith("क\u093F");
    }

    @Test
    void cuts_a_sequence_that_no_part_can_hold_between_its_characters() throws Exception {
        List<BodyPart> parts = cut(text("ж" + "\uD834\uDD67".repeat(70)), LongMessages.UDH_8);
        assertThat(parts.stream().map(BodyCutterTest::ucs2))
                .containsExactly("ж" + "\uD834\uDD67".repeat(33), "\uD834\uDD67".repeat(33), "\uD834\uDD67".repeat(4));
    }

    @Test
    void cannot_number_more_than_255() throws Exception {
        assertThat(cut(text("a".repeat(255 * 153)), LongMessages.UDH_8)).hasSize(255);
        assertThatThrownBy(() -> cut(text("a".repeat(255 * 153 + 1)), LongMessages.UDH_8))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
