package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.smppra.message.Octets;

class Gsm0338Properties {
    private static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà\f^{}\\[~]|€";

    @Provide
    Arbitrary<String> gsm() {
        return Arbitraries.strings().withChars(ALPHABET.toCharArray()).ofMaxLength(400);
    }

    @Property(tries = 300)
    void reads_back_what_it_wrote(@ForAll("gsm") String text) {
        assertThat(Gsm0338.canEncode(text)).isTrue();
        assertThat(Gsm0338.decode(Gsm0338.encode(text))).isEqualTo(text);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void can_encode_exactly_the_alphabet(@ForAll char c) {
        assertThat(Gsm0338.canEncode(String.valueOf(c))).isEqualTo(ALPHABET.indexOf(c) >= 0);
    }

    @Property(tries = 300)
    void substitutes_in_any_text_and_changes_nothing_else(@ForAll String text) {
        String written = Gsm0338.decode(Gsm0338.encodeSubstituting(text));
        StringBuilder expected = new StringBuilder();
        text.codePoints()
                .forEach(c -> expected.appendCodePoint(c < 0x10000 && ALPHABET.indexOf((char) c) >= 0 ? c : '?'));
        assertThat(written).isEqualTo(expected.toString());
    }

    @Property(tries = 300)
    void reads_any_octets(@ForAll byte[] octets) {
        assertThat(Gsm0338.decode(Octets.of(octets))).hasSizeLessThanOrEqualTo(octets.length);
    }
}
