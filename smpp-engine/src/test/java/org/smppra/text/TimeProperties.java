package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.smppra.InvalidMessageException;

class TimeProperties {

    /** Tenths of a second from 1938 to the end of 2037, anywhere on earth. */
    @Provide
    Arbitrary<AbsoluteTime> absoluteTimes() {
        long first = LocalDateTime.of(1938, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
        long last = LocalDateTime.of(2037, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);
        Arbitrary<Integer> tenths = Arbitraries.integers().between(0, 9);
        Arbitrary<Integer> quarters = Arbitraries.integers().between(-48, 48);
        return Combinators.combine(Arbitraries.longs().between(first, last), tenths, quarters)
                .as((second, tenth, quarter) ->
                        new AbsoluteTime(LocalDateTime.ofEpochSecond(second, tenth * 100_000_000, ZoneOffset.UTC)
                                .atOffset(ZoneOffset.ofTotalSeconds(quarter * 900))));
    }

    @Property
    void reads_back_any_point(@ForAll("absoluteTimes") AbsoluteTime time) {
        assertThat(time.toString()).hasSize(16);
        assertThat(Time.parse(time.toString())).contains(time);
        assertThat(ReceiptDate.parse(time.toString(), ZoneOffset.MIN)).contains(time.toInstant());
    }

    @Property
    void reads_back_any_distance(@ForAll("distances") RelativeTime time) {
        assertThat(time.toString()).hasSize(16);
        assertThat(Time.parse(time.toString())).contains(time);
    }

    @Provide
    Arbitrary<RelativeTime> distances() {
        Arbitrary<Integer> field = Arbitraries.integers().between(0, 99);
        return Combinators.combine(field, field, field, field, field, field).as(RelativeTime::new);
    }

    @Property
    void a_duration_is_rounded_up_to_a_second(@ForAll @LongRange(min = 1, max = 2_678_400_000L) long millis)
            throws InvalidMessageException {
        RelativeTime time = RelativeTime.of(Duration.ofMillis(millis));
        Duration written = Duration.ofDays(time.days())
                .plusHours(time.hours())
                .plusMinutes(time.minutes())
                .plusSeconds(time.seconds());
        assertThat(written.toMillis() - millis).isBetween(0L, 999L);
        assertThat(time.years() + time.months()).isZero();
        assertThat(time.days()).isLessThanOrEqualTo(31);
        assertThat(time.hours() < 24 && time.minutes() < 60 && time.seconds() < 60)
                .isTrue();
    }

    /** Only the sign of no distance at all has two forms. */
    @Property
    void writes_again_the_digits_it_read(
            @ForAll @NumericChars @StringLength(15) String digits, @ForAll @IntRange(max = 2) int sign) {
        String text = digits + "+-R".charAt(sign);
        Time.parse(text).ifPresent(time -> {
            if (time instanceof AbsoluteTime) {
                assertThat(time).hasToString(text.replace("00-", "00+"));
            } else {
                assertThat(time).hasToString(digits.substring(0, 12) + "000R");
            }
        });
    }

    @Property
    void any_other_text_is_no_time(@ForAll String text) {
        assertThat(Time.parse(text)).isEmpty();
    }
}
