package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.fuzz.Allocation;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;

class ReceivedBodyFuzzTest {

    /** The data coding, whether septets are packed, and user data with a header, which may be one octet too long. */
    static Stream<byte[]> bodies() {
        return Stream.of(
                        "00 00 05 0003010201 68656c6c6f",
                        "00 01 06 0804ffff0302 e8329bfd06",
                        "00 00 06 240101 250103 1b65 0041",
                        "f0 01 03 25010d 31d98c56b3dd70",
                        "08 00 05 0003010201 d83d de00 0041",
                        "18 00 05 0003010202 de00",
                        "03 00 ff 00",
                        "00 00 02 aa",
                        "00 00 02 2501 41",
                        "00 00 05 0003010200 41",
                        "00 01 00 00000000",
                        "04 00 00")
                .map(hex -> Octets.ofHex(hex.replace(" ", "")).toByteArray());
    }

    @MethodSource("bodies")
    @FuzzTest
    void any_octets_are_taken_apart_and_read(byte[] octets) throws Exception {
        if (octets.length < 2) {
            return;
        }
        DataCoding coding = DataCoding.of(octets[0] & 0xFF);
        boolean packed = (octets[1] & 1) != 0;
        Octets userData = Octets.of(octets, 2, octets.length);
        ReceivedBody body =
                Allocation.atMost(4096 + 16L * octets.length, () -> ReceivedBody.of(coding, userData, true, packed));
        Allocation.atMost(65_536 + 32L * octets.length, body::text);
        nothing_is_lost(userData, body, packed && Alphabet.of(coding) == Alphabet.GSM);
        numbers_a_part_or_none(body);
        reads_halves_as_the_whole(body);
    }

    private static void nothing_is_lost(Octets userData, ReceivedBody body, boolean packed) {
        int header = body.header() == null ? 0 : 1 + body.header().length();
        if (packed) {
            Octets again = Septets.unpack(Septets.pack(body.body(), 0, header), header);
            assertThat(again).isEqualTo(body.body());
            assertThat(body.body().length()).isLessThanOrEqualTo((userData.length() - header) * 8 / 7);
        } else if (header == 0) {
            assertThat(body.body()).isEqualTo(userData);
        } else {
            assertThat(UserDataHeader.join(body.header(), body.body())).isEqualTo(userData);
        }
    }

    private static void numbers_a_part_or_none(ReceivedBody body) {
        body.concatenation().ifPresent(part -> {
            assertThat(part.number()).isBetween(1, part.total());
            Octets element = part.element();
            assertThat(body.header().toHex()).contains(element.toHex());
        });
        Octets others = body.headerWithoutConcatenation();
        if (others != null) {
            assertThat(UserDataHeader.concatenation(others)).isNull();
            assertThat(others.length()).isLessThanOrEqualTo(body.header().length());
        }
    }

    /** A sender may have cut a character. */
    private static void reads_halves_as_the_whole(ReceivedBody body) {
        int half = body.body().length() / 2;
        Octets first = body.body().slice(0, half);
        Octets second = body.body().slice(half, body.body().length());
        assertThat(ReceivedBody.text(List.of(
                        new ReceivedBody(body.dataCoding(), body.header(), first),
                        new ReceivedBody(body.dataCoding(), body.header(), second))))
                .isEqualTo(body.text());
    }
}
