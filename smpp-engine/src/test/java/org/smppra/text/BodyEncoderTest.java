package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.FlashBy;
import org.smppra.InvalidMessageException;
import org.smppra.ShortMessage;
import org.smppra.Unmappable;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;

class BodyEncoderTest {

    private static ShortMessage.Builder text(String text) {
        return ShortMessage.to("4512345678").text(text);
    }

    private static ShortMessage.Builder binary(String hex) {
        return ShortMessage.to("4512345678").binary(Octets.ofHex(hex).toByteArray());
    }

    private static EncodedBody encode(ShortMessage.Builder message) throws InvalidMessageException {
        return BodyEncoder.encode(message.build());
    }

    private static AbstractStringAssert<?> assertRefused(String field, ShortMessage.Builder message) {
        return assertThatThrownBy(() -> encode(message))
                .asInstanceOf(type(InvalidMessageException.class))
                .satisfies(e -> assertThat(e.field()).isEqualTo(field))
                .extracting(Throwable::getMessage, STRING);
    }

    @Test
    void writes_gsm_when_that_loses_nothing() throws InvalidMessageException {
        assertThat(encode(text("@ 5€")))
                .isEqualTo(new EncodedBody(DataCoding.DEFAULT, Octets.ofHex("0020351b65"), false, false));
    }

    @Test
    void writes_ucs2_when_gsm_would_lose_something() throws InvalidMessageException {
        assertThat(encode(text("aç😀")))
                .isEqualTo(new EncodedBody(DataCoding.UCS2, Octets.ofHex("006100e7d83dde00"), false, false));
    }

    @Test
    void substitutes_on_request() throws InvalidMessageException {
        EncodedBody body = encode(text("aç😀").unmappable(Unmappable.SUBSTITUTE));
        assertThat(body.dataCoding()).isEqualTo(DataCoding.DEFAULT);
        assertThat(body.userData().toLatin1()).isEqualTo("a??");
    }

    @Test
    void refuses_on_request_naming_the_index_and_not_the_text() {
        assertRefused("text", text("secretç").unmappable(Unmappable.REFUSE))
                .contains("index 6")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ç\uD83D", "ç\uD83Dx", "ç\uDE00", "ç\uDE00\uD83D"})
    void refuses_half_a_surrogate_pair_in_ucs2(String text) {
        assertRefused("text", text(text)).contains("index 1");
    }

    @Test
    void substitutes_half_a_surrogate_pair_in_fixed_ucs2() throws InvalidMessageException {
        EncodedBody body = encode(text("ç\uD83D😀").dataCoding(DataCoding.UCS2).unmappable(Unmappable.SUBSTITUTE));
        assertThat(body.userData().toHex()).isEqualTo("00e7003fd83dde00");
    }

    @ParameterizedTest
    @CsvSource({"0,7b1b65", "240,7b1b65", "8,00e420ac", "24,00e420ac"})
    void keeps_a_fixed_data_coding(int coding, String hex) throws InvalidMessageException {
        EncodedBody body = encode(text("ä€").dataCoding(DataCoding.of(coding)));
        assertThat(body.dataCoding().value()).isEqualTo(coding);
        assertThat(body.userData().toHex()).isEqualTo(hex);
    }

    @Test
    void writes_fixed_latin_1() throws InvalidMessageException {
        EncodedBody body = encode(text("äç").dataCoding(DataCoding.LATIN_1));
        assertThat(body.userData().toHex()).isEqualTo("e4e7");
    }

    @ParameterizedTest
    @CsvSource({"0x10,1b65", "0xF1,1b65", "0xC8,1b65", "0xD8,1b65", "0x19,20ac", "0xE8,20ac"})
    void writes_a_fixed_gsm_coding_with_class_or_indication_in_its_alphabet(int coding, String hex)
            throws InvalidMessageException {
        assertThat(encode(text("€").dataCoding(DataCoding.of(coding)))
                        .userData()
                        .toHex())
                .isEqualTo(hex);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 1, 2, 0x14, 0xF4, 255})
    void refuses_text_in_a_data_coding_without_an_alphabet(int coding) {
        assertRefused("dataCoding", text("a").dataCoding(DataCoding.of(coding))).contains("binary");
    }

    @Test
    void refuses_what_a_fixed_data_coding_lacks_and_says_what_to_do() {
        assertRefused("text", text("ab€").dataCoding(DataCoding.LATIN_1)).contains("index 2", "fix 8");
        assertRefused("text", text("ç").dataCoding(DataCoding.DEFAULT)).contains("index 0", "fix 8");
        assertRefused("text", text("ç").dataCoding(DataCoding.DEFAULT).unmappable(Unmappable.REFUSE))
                .contains("index 0");
    }

    @Test
    void substitutes_what_a_fixed_data_coding_lacks() throws InvalidMessageException {
        EncodedBody body = encode(text("a😀€").dataCoding(DataCoding.LATIN_1).unmappable(Unmappable.SUBSTITUTE));
        assertThat(body.userData().toLatin1()).isEqualTo("a??");
    }

    @ParameterizedTest
    @CsvSource({"a,240", "ç,24"})
    void marks_flash_by_the_data_coding(String text, int coding) throws InvalidMessageException {
        EncodedBody body = encode(text(text).flash());
        assertThat(body.dataCoding().value()).isEqualTo(coding);
        assertThat(body.flashSubunit()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,240", "8,24", "240,240", "24,24"})
    void turns_a_fixed_data_coding_into_flash(int fixed, int sent) throws InvalidMessageException {
        assertThat(encode(text("a").dataCoding(DataCoding.of(fixed)).flash())
                        .dataCoding()
                        .value())
                .isEqualTo(sent);
    }

    @Test
    void refuses_flash_by_a_data_coding_that_cannot_say_it() {
        assertRefused("flash", text("a").dataCoding(DataCoding.LATIN_1).flash()).contains("DEST_ADDR_SUBUNIT");
        assertRefused("flash", binary("00").flash());
    }

    @ParameterizedTest
    @CsvSource({"a,0", "ç,8"})
    void marks_flash_by_subunit_and_keeps_the_data_coding(String text, int coding) throws InvalidMessageException {
        EncodedBody body = encode(text(text).flash(FlashBy.DEST_ADDR_SUBUNIT));
        assertThat(body.dataCoding().value()).isEqualTo(coding);
        assertThat(body.flashSubunit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {240, 24})
    void never_marks_flash_twice(int coding) {
        assertRefused("flash", text("a").dataCoding(DataCoding.of(coding)).flash(FlashBy.DEST_ADDR_SUBUNIT));
    }

    @Test
    void writes_binary_as_it_is() throws InvalidMessageException {
        assertThat(encode(binary("00ff")))
                .isEqualTo(new EncodedBody(DataCoding.BINARY, Octets.ofHex("00ff"), false, false));
        assertThat(encode(binary("00ff").dataCoding(DataCoding.of(0xF5))).dataCoding())
                .isEqualTo(DataCoding.of(0xF5));
    }

    @ParameterizedTest
    @EnumSource(Unmappable.class)
    void writes_no_text_as_no_octets(Unmappable policy) throws InvalidMessageException {
        assertThat(encode(text("").unmappable(policy)).userData().isEmpty()).isTrue();
    }

    @Test
    void puts_the_header_with_its_length_in_front() throws InvalidMessageException {
        EncodedBody body = encode(
                binary("aabb").userDataHeader(Octets.ofHex("05040b8423f0").toByteArray()));
        assertThat(body.userData().toHex()).isEqualTo("0605040b8423f0aabb");
        assertThat(body.userDataHeader()).isTrue();
        assertThat(body.headerLength()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "0003010203ff", "0005010203", "050003cc0201"})
    void refuses_a_header_that_is_no_row_of_elements(String hex) {
        assertRefused(
                "userDataHeader", binary("00").userDataHeader(Octets.ofHex(hex).toByteArray()));
    }

    @Test
    void takes_a_header_of_140_octets_and_refuses_141() throws InvalidMessageException {
        byte[] fits = new byte[139];
        fits[0] = 0x70;
        fits[1] = (byte) 137;
        assertThat(encode(binary("").userDataHeader(fits)).headerLength()).isEqualTo(140);
        byte[] over = new byte[140];
        over[0] = 0x70;
        over[1] = (byte) 138;
        assertRefused("userDataHeader", binary("").userDataHeader(over)).contains("140");
    }
}
