package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smppra.message.Octets;

class SeptetsTest {
    @ParameterizedTest
    @CsvSource({
        "1, 31",
        "12, 3119",
        "123, 31d90c",
        "12345678, 31d98c56b3dd70",
        "123456789, 31d98c56b3dd7039",
        "12345[6], 31d98c56dbf06c1b1f",
        "^{}\\[~]|€, 1bca06b5496d5e1bdea6b7f16d809b32",
        "1234567, 31d98c56b3dd1a"
    })
    void packs_as_the_vectors_say(String text, String packed) {
        Octets septets = Gsm0338.encode(text);
        assertThat(Septets.pack(septets, 0, 0).toHex()).isEqualTo(packed);
        assertThat(Septets.unpack(Octets.ofHex(packed), 0, septets.length())).isEqualTo(septets);
        assertThat(Septets.unpack(Octets.ofHex(packed), 0)).isEqualTo(septets);
    }

    @Test
    void knows_how_many_septets_there_are_only_when_told() {
        assertThat(Gsm0338.decode(Septets.unpack(Octets.ofHex("31d98c56b3dd00"), 0, 8)))
                .isEqualTo("1234567@");
        assertThat(Gsm0338.decode(Septets.unpack(Octets.ofHex("31d98c56b3dd00"), 0)))
                .isEqualTo("1234567");
        assertThatThrownBy(() -> Septets.unpack(Octets.ofHex("31"), 0, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A concatenation element and its length octet take 48 bits: one bit fills up to seven septets. */
    @Test
    void begins_at_a_septet_behind_a_header() {
        assertThat(Septets.pack(Octets.ofLatin1("A"), 0, 6).toHex()).isEqualTo("82");
        assertThat(Septets.pack(Octets.ofLatin1("A"), 0, 7).toHex()).isEqualTo("41");
        assertThat(Septets.pack(Octets.ofLatin1("A"), 0, 4).toHex()).isEqualTo("08" + "02");
        assertThat(Septets.unpack(Octets.ofHex("82"), 6)).isEqualTo(Octets.ofLatin1("A"));
    }

    @Test
    void fills_140_octets_with_160_septets_and_134_with_153() {
        assertThat(Septets.pack(Octets.ofLatin1("a".repeat(160)), 0, 0).length())
                .isEqualTo(140);
        assertThat(Septets.pack(Octets.ofLatin1("a".repeat(153)), 0, 6).length())
                .isEqualTo(134);
        assertThat(Septets.pack(Octets.ofLatin1("a".repeat(152)), 0, 7).length())
                .isEqualTo(133);
    }

    @Property(tries = 500)
    void unpacks_what_it_packed(@ForAll byte[] octets, @ForAll @IntRange(max = 139) int header) {
        byte[] septets = octets.clone();
        for (int i = 0; i < septets.length; i++) {
            septets[i] &= 0x7F;
        }
        Octets row = Octets.of(septets);
        Octets packed = Septets.pack(row, 0, header);
        assertThat(Septets.unpack(packed, header, row.length())).isEqualTo(row);
        Octets uncounted = Septets.unpack(packed, header);
        boolean ambiguous = row.length() > 0 && (row.at(row.length() - 1) == 0 || row.at(row.length() - 1) == 0x0D);
        assertThat(uncounted).isIn(row, ambiguous ? row.slice(0, row.length() - 1) : row);
    }

    @Property(tries = 300)
    void unpacks_any_octets(@ForAll byte[] octets, @ForAll @IntRange(max = 256) int header) {
        assertThat(Septets.unpack(Octets.of(octets), header).length()).isLessThanOrEqualTo(octets.length * 8 / 7);
    }
}
