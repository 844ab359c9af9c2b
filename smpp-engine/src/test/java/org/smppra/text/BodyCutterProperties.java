package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.smppra.InvalidMessageException;
import org.smppra.ShortMessage;
import org.smppra.message.Octets;

class BodyCutterProperties {
    private static final String[] HEADERS = {"", "05040b8423f0", "240101", "700101710102"};

    @Provide
    Arbitrary<ShortMessage> messages() {
        Arbitrary<ShortMessage.Builder> gsm =
                joined("a", "€", "@", "[").map(text -> ShortMessage.to("45").text(text));
        Arbitrary<ShortMessage.Builder> ucs2 = joined("ж", "e\u0301", "😀", "x", "\u0323", "\u200D")
                .map(text -> ShortMessage.to("45").text(text));
        Arbitrary<ShortMessage.Builder> binary = Arbitraries.bytes()
                .array(byte[].class)
                .ofMaxSize(1000)
                .map(octets -> ShortMessage.to("45").binary(octets));
        return Combinators.combine(Arbitraries.oneOf(gsm, ucs2, binary), Arbitraries.of(HEADERS))
                .as((message, header) -> header.isEmpty()
                        ? message.build()
                        : message.userDataHeader(Octets.ofHex(header).toByteArray())
                                .build());
    }

    private static Arbitrary<String> joined(String... letters) {
        return Arbitraries.of(letters).list().ofMaxSize(700).map(list -> String.join("", list));
    }

    private static List<Octets> bodies(List<BodyPart> parts) {
        return parts.stream()
                .map(part -> part.userDataHeader()
                        ? part.userData()
                                .slice(
                                        part.userData().at(0) + 1,
                                        part.userData().length())
                        : part.userData())
                .toList();
    }

    private static String hex(List<Octets> bodies) {
        StringBuilder joined = new StringBuilder();
        bodies.forEach(body -> joined.append(body.toHex()));
        return joined.toString();
    }

    @Property(tries = 300)
    void parts_are_as_many_as_counted_and_together_the_whole(
            @ForAll("messages") ShortMessage message, @ForAll LongMessages how, @ForAll @IntRange(max = 0xFFFF) int ref)
            throws InvalidMessageException {
        EncodedBody body = BodyEncoder.encode(message);
        List<BodyPart> parts = BodyCutter.cut(body, how, ref);
        PartCount count = PartCount.of(body, how);
        assertThat(parts).hasSize(how.weCut() ? count.parts() : 1);
        Octets whole =
                body.userData().slice(body.headerLength(), body.userData().length());
        assertThat(hex(bodies(parts))).isEqualTo(whole.toHex());
    }

    @Property(tries = 300)
    void a_part_fits_in_a_short_message(@ForAll("messages") ShortMessage message) throws InvalidMessageException {
        EncodedBody body = BodyEncoder.encode(message);
        boolean gsm = body.dataCoding().value() == 0;
        for (LongMessages how : List.of(LongMessages.UDH_8, LongMessages.UDH_16, LongMessages.SAR)) {
            for (BodyPart part : BodyCutter.cut(body, how, 1)) {
                int header = part.userDataHeader() ? part.userData().at(0) + 1 : part.sar() != null ? 7 : 0;
                int rest = part.userData().length() - (part.userDataHeader() ? header : 0);
                assertThat(8 * header + (gsm ? 7 : 8) * rest).isLessThanOrEqualTo(8 * 140);
            }
        }
    }

    @Property(tries = 300)
    void no_part_begins_inside_a_character_or_sequence(
            @ForAll("messages") ShortMessage message, @ForAll LongMessages how) throws InvalidMessageException {
        EncodedBody body = BodyEncoder.encode(message);
        List<Octets> bodies = new ArrayList<>(bodies(BodyCutter.cut(body, how, 1)));
        Octets before = bodies.remove(0);
        for (Octets each : bodies) {
            if (body.dataCoding().value() == 0) {
                int escapes = 0;
                while (escapes < before.length() && before.at(before.length() - 1 - escapes) == Gsm0338.ESC) {
                    escapes++;
                }
                assertThat(escapes % 2).isZero();
            } else if (body.dataCoding().value() == 8) {
                char first = (char) (each.at(0) << 8 | each.at(1));
                assertThat(Character.isLowSurrogate(first)).isFalse();
                boolean extendsBefore = first == '\u0301' || first == '\u0323' || first == '\u200D';
                // Only a sequence that no part can hold may be cut.
                assertThat(!extendsBefore || isOneSequence(before)).isTrue();
            }
            before = each;
        }
    }

    private static boolean isOneSequence(Octets ucs2) {
        for (int i = 2; i < ucs2.length(); i += 2) {
            char unit = (char) (ucs2.at(i) << 8 | ucs2.at(i + 1));
            if (unit != '\u0301' && unit != '\u0323' && unit != '\u200D' && !Character.isLowSurrogate(unit)) {
                return false;
            }
        }
        return true;
    }
}
