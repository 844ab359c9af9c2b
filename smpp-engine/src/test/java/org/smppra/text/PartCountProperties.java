package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.smppra.InvalidMessageException;
import org.smppra.ShortMessage;

class PartCountProperties {

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> gsm =
                Arbitraries.of("a", "€", "@").list().ofMaxSize(700).map(l -> String.join("", l));
        Arbitrary<String> ucs2 =
                Arbitraries.of("a", "ç", "😀").list().ofMaxSize(300).map(l -> String.join("", l));
        return Arbitraries.oneOf(gsm, ucs2);
    }

    /** Puts whole characters into parts one by one, the way a person would. */
    @Property(tries = 200)
    void agrees_with_a_cut_by_characters(@ForAll("texts") String text) throws InvalidMessageException {
        boolean gsm = Gsm0338.canEncode(text);
        List<Integer> sizes = new ArrayList<>();
        text.codePoints().forEach(c -> sizes.add(gsm ? (c == '€' ? 2 : 1) : Character.charCount(c)));
        int all = sizes.stream().mapToInt(Integer::intValue).sum();
        int single = gsm ? 160 : 70;
        int each = gsm ? 153 : 67;
        int parts = 1;
        int used = all;
        if (all > single) {
            used = 0;
            for (int size : sizes) {
                if (used + size > each) {
                    parts++;
                    used = 0;
                }
                used += size;
            }
        }
        EncodedBody body = BodyEncoder.encode(ShortMessage.to("45").text(text).build());
        assertThat(PartCount.of(body, LongMessages.UDH_8))
                .isEqualTo(new PartCount(parts, (parts == 1 ? single : each) - used));
    }
}
