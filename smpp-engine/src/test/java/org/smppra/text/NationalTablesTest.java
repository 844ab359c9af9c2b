package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.message.Octets;

class NationalTablesTest {
    /** What the first, some and the last septets of each table mean, as code points. */
    @ParameterizedTest
    @CsvSource({
        "1, 0407 0b 0c 1c 1d 40 60 7f, 20AC 0131 011E 011F 015E 015F 0130 00E7 00E0",
        "3, 04 12 15 18 1a 24 40 5d 60 7d, 00EA 00AA 221E 20AC 007C 00BA 00CD 00DA 007E 0060",
        "4, 00 03 0b 13 1a 22 29 46 4e 60 7b 7f, 0981 0985 098C 0993 099A 099F 0028 09B2 09BC 09CE 09D7 09F1",
        "5, 00 0c 11 1a 2f 3d 47 57 60 7f, 0A81 0A8D 0A91 0A9A 0AA8 0AAA 0AB3 0AC5 0AD0 0AF1",
        "6, 00 0e 1a 1c 3c 4d 4e 5f 60 7b 7f, 0901 090E 091A 091B 0929 0939 093C 094D 0950 0972 097F",
        "7, 01 0b 12 24 3d 4e 60 7b 7f, 0C82 0C8C 0C92 0CA1 0CAA 0CBC 0CD5 0CD6 0CE3",
        "8, 01 0b 12 4d 4f 60 7b 7f, 0D02 0D0C 0D12 0D39 0D3D 0D57 0D60 0D79",
        "9, 00 0f 13 46 47 4e 60 7b 7f, 0B01 0B0F 0B13 0B32 0B33 0B3C 0B56 0B57 0B63",
        "10, 00 08 46 47 4c 4e 60 7b 7f, 0A01 0A0A 0A32 0A33 0A38 0A3C 0A51 0A70 0A74",
        "11, 01 0e 15 1d 1f 3c 42 60 7b 7f, 0B82 0B8E 0B95 0B9C 0B9E 0BA9 0BAE 0BD0 0BD7 0BF9",
        "12, 00 0e 12 45 4f 60 7b 7f, 0C01 0C0E 0C12 0C31 0C3D 0C55 0C56 0C63",
        "13, 00 03 0c 1c 22 3c 45 4a 55 5f 60 7f, 0627 067B 067D 068C 068F 069A 0641 06AF 06D5 0657 0654 0670"
    })
    void reads_locking_tables(int language, String septets, String expected) {
        assertThat(Gsm0338.decode(Octets.ofHex(septets.replace(" ", "")), language, 0))
                .isEqualTo(codePoints(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 47 49 53 63 65 67 69 73 14, 011E 0130 015E 00E7 20AC 011F 0131 015F 005E",
        "2, 09 41 49 4f 55 61 69 6f 75 65, 00E7 00C1 00CD 00D3 00DA 00E1 00ED 00F3 00FA 20AC",
        "3, 05 0b 12 19 1f 5b 61 7b 7f, 00EA 00D4 03A6 0398 00CA 00C3 00C2 00E3 00E2",
        "4, 00 19 1c 24 27 2a 2b 30 34 5a, 0040 09E6 09E8 09DF 09E2 09E3 09F2 09F6 09FA 005A",
        "5, 19 1c 25, 0964 0AE6 0AEF",
        "6, 19 1c 25 27 2a 2c 30 38 39 3a, 0964 0966 096F 0952 0953 0958 095B 0963 0970 0971",
        "7, 1c 25 26 27 2a, 0CE6 0CEF 0CDE 0CF1 0CF2",
        "8, 1c 27 2a 2e 30 34, 0D66 0D71 0D72 0D7A 0D7B 0D7F",
        "9, 1c 26 27 2a 2c, 0B66 0B5C 0B5D 0B5F 0B71",
        "10, 1c 26 2a 2b 2c 2d, 0A66 0A59 0A5B 0A5C 0A5E 0A75",
        "11, 1c 24 26 2a 2d 2e, 0BE6 0BEE 0BF3 0BF5 0BF8 0BFA",
        "12, 1c 23 26 2a 2e 30 32 65, 0C66 0C6D 0C58 0C78 0C7C 0C7D 0C7F 20AC",
        "13, 19 1c 26 2a 32 35 3b 3f 41, 0600 06F0 060C 060E 061B 0652 06CD 06D4 0041"
    })
    void reads_single_shift_tables(int language, String septets, String expected) {
        String escaped = "1b" + septets.replace(" ", "1b");
        assertThat(Gsm0338.decode(Octets.ofHex(escaped), 0, language)).isEqualTo(codePoints(expected));
    }

    private static String codePoints(String hex) {
        StringBuilder text = new StringBuilder();
        for (String each : hex.split(" ", -1)) {
            text.append((char) Integer.parseInt(each, 16));
        }
        return text.toString();
    }

    @Test
    void shows_the_locking_character_behind_an_escape_that_the_single_shift_table_does_not_know() {
        assertThat(Gsm0338.decode(Octets.ofHex("1b04"), 1, 1)).isEqualTo("€");
        assertThat(Gsm0338.decode(Octets.ofHex("1b04"), 0, 1)).isEqualTo("è");
        assertThat(Gsm0338.decode(Octets.ofHex("1b04"), 6, 0)).isEqualTo("\u0906");
        assertThat(Gsm0338.decode(Octets.ofHex("1b1b41"), 1, 1)).isEqualTo(" A");
    }

    @Test
    void reads_the_default_tables_for_a_language_it_does_not_know() {
        assertThat(Gsm0338.decode(Octets.ofHex("04201b65"), 0, 0)).isEqualTo("è €");
        assertThat(Gsm0338.decode(Octets.ofHex("04201b65"), 14, 255)).isEqualTo("è €");
        // Spanish has no locking table.
        assertThat(Gsm0338.decode(Octets.ofHex("041b61"), 2, 2)).isEqualTo("èá");
    }

    @Test
    void shows_a_blank_where_a_locking_table_has_nothing() {
        assertThat(Gsm0338.decode(Octets.ofHex("0c41"), 4, 0)).isEqualTo(" \u09AD");
    }

    /** The count is the standard's: 128 places less the escape and the places that it leaves empty. */
    @ParameterizedTest
    @CsvSource({
        "1,127", "3,127", "4,114", "5,120", "6,127", "7,120", "8,120", "9,116", "10,110", "11,102", "12,120", "13,127"
    })
    void has_all_characters_of_a_locking_table_once(int language, int count) {
        assertThat(distinct(NationalTables.locking(language))).isEqualTo(count);
    }

    private static int distinct(char[] table) {
        Set<Character> characters = new HashSet<>();
        int count = 0;
        for (char each : table) {
            if (each != 0) {
                characters.add(each);
                count++;
            }
        }
        assertThat(characters).hasSize(count);
        return count;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
    void keeps_the_extension_table_in_every_single_shift_table(int language) {
        assertThat(Gsm0338.decode(Octets.ofHex("1b0a1b141b281b291b2f1b3c1b3d1b3e1b401b65"), 0, language))
                .isEqualTo("\f^{}\\[~]|€");
    }

    @Test
    void keeps_digits_and_small_letters_in_every_locking_table() {
        for (int language = 4; language <= 13; language++) {
            assertThat(Gsm0338.decode(Octets.ofLatin1("0123456789:;?az \n\r,.!)("), language, 0))
                    .isEqualTo("0123456789:;?az \n\r,.!" + (char) NationalTables.locking(language)[0x29]
                            + NationalTables.locking(language)[0x28]);
        }
    }
}
