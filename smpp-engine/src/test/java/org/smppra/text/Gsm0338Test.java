package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smppra.message.Octets;

class Gsm0338Test {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            value = {
                "@ 00", "£ 01", "$ 02", "¥ 03", "è 04", "é 05", "ù 06", "ì 07", "ò 08", "Ç 09", "Ø 0b", "ø 0c",
                "Å 0e", "å 0f", "Δ 10", "_ 11", "Φ 12", "Γ 13", "Λ 14", "Ω 15", "Π 16", "Ψ 17", "Σ 18", "Θ 19",
                "Ξ 1a", "Æ 1c", "æ 1d", "ß 1e", "É 1f", "! 21", "¤ 24", "/ 2f", "0 30", "? 3f", "¡ 40", "A 41",
                "Z 5a", "Ä 5b", "Ö 5c", "Ñ 5d", "Ü 5e", "§ 5f", "¿ 60", "a 61", "z 7a", "ä 7b", "ö 7c", "ñ 7d",
                "ü 7e", "à 7f", "^ 1b14", "{ 1b28", "} 1b29", "\\ 1b2f", "[ 1b3c", "] 1b3e", "| 1b40", "€ 1b65"
            })
    void writes_each_character_at_its_place(String character, String hex) {
        assertThat(Gsm0338.encode(character).toHex()).isEqualTo(hex);
        assertThat(Gsm0338.decode(Octets.ofHex(hex))).isEqualTo(character);
    }

    @Test
    void writes_controls_blank_and_tilde_at_their_places() {
        assertThat(Gsm0338.encode("\n\r \f~").toHex()).isEqualTo("0a0d201b0a1b3d");
        assertThat(Gsm0338.decode(Octets.ofHex("0a0d201b0a1b3d"))).isEqualTo("\n\r \f~");
    }

    @Test
    void keeps_at_signs_at_both_ends() {
        assertThat(Gsm0338.decode(Octets.ofHex("00410000"))).isEqualTo("@A@@");
    }

    @Test
    void lacks_what_looks_alike() {
        for (String foreign : new String[] {"ç", "`", "á", "Α", "\u001B", "\t", "\0", "“", "😀", "\uD83D", "\u2126"}) {
            assertThat(Gsm0338.canEncode(foreign)).as(foreign).isFalse();
        }
    }

    @Test
    void names_the_index_of_what_it_lacks_and_not_the_text() {
        assertThatThrownBy(() -> Gsm0338.encode("secretç"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("index 6")
                .hasMessageNotContaining("secret");
    }

    @Test
    void substitutes_one_question_mark_a_code_point() {
        assertThat(Gsm0338.decode(Gsm0338.encodeSubstituting("aç😀\uD83D€\uDE00")))
                .isEqualTo("a???€?");
    }

    @Test
    void shows_the_base_character_behind_an_unknown_escape() {
        assertThat(Gsm0338.decode(Octets.ofHex("1b41"))).isEqualTo("A");
        assertThat(Gsm0338.decode(Octets.ofHex("1b00"))).isEqualTo("@");
    }

    @Test
    void reads_a_double_escape_as_a_blank() {
        assertThat(Gsm0338.decode(Octets.ofHex("411b1b65"))).isEqualTo("A e");
    }

    @Test
    void drops_an_escape_at_the_end() {
        assertThat(Gsm0338.decode(Octets.ofHex("411b"))).isEqualTo("A");
    }

    @Test
    void marks_octets_that_are_no_septets() {
        assertThat(Gsm0338.decode(Octets.ofHex("80ff1bff"))).isEqualTo("\uFFFD\uFFFD\uFFFD");
    }

    @Test
    void encodes_nothing_as_nothing() {
        assertThat(Gsm0338.encode("")).isEqualTo(Octets.empty());
    }
}
