package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class ReceiptDateFuzzTest {
    private static final ZoneId WITH_A_GAP = ZoneId.of("Europe/Copenhagen");

    static Stream<byte[]> dates() {
        return Stream.of(
                        "2011181054",
                        "110206193110",
                        "20201118105433",
                        "070927233429848+",
                        "070927233429848-",
                        "000000001000000R",
                        "1605693240",
                        "2003290230",
                        "2102301200")
                .map(date -> date.getBytes(StandardCharsets.ISO_8859_1));
    }

    @MethodSource("dates")
    @FuzzTest
    void any_octets_are_no_date_or_the_one_they_write(byte[] octets) {
        String date = new String(octets, StandardCharsets.ISO_8859_1);
        Optional<Instant> utc = ReceiptDate.parse(date, ZoneOffset.UTC);
        assertThat(ReceiptDate.parse(date, WITH_A_GAP).isPresent()).isEqualTo(utc.isPresent());
        utc.ifPresent(at -> assertThat(writings(at, date.strip())).contains(date.strip()));
    }

    /** All the ways of this length in which an instant may be written. */
    private static Stream<String> writings(Instant at, String like) {
        return switch (like.length()) {
            case 10 -> Stream.of(in(at, ZoneOffset.UTC, "yyMMddHHmm"), Long.toString(at.getEpochSecond()));
            case 12 -> Stream.of(in(at, ZoneOffset.UTC, "yyMMddHHmmss"));
            case 14 -> Stream.of(in(at, ZoneOffset.UTC, "yyyyMMddHHmmss"));
            case 16 -> {
                String sign = like.substring(15);
                int quarters = Integer.parseInt(sign + like.substring(13, 15));
                ZoneOffset offset = ZoneOffset.ofTotalSeconds(quarters * 900);
                yield Stream.of(in(at, offset, "yyMMddHHmmssS") + like.substring(13, 15) + sign);
            }
            default -> Stream.empty();
        };
    }

    private static String in(Instant at, ZoneOffset offset, String pattern) {
        return DateTimeFormatter.ofPattern(pattern).format(at.atOffset(offset));
    }
}
