package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class ReceiptProperties {

    @Provide
    Arbitrary<String> almostReceipts() {
        return Arbitraries.of(
                        "id:",
                        "sub:",
                        "dlvrd:",
                        "submit date:",
                        "done date:",
                        "STAT:",
                        "err:",
                        "text:",
                        " ",
                        "  ",
                        ":",
                        "\0",
                        "\n",
                        "submit ",
                        "7",
                        "DELIVRD",
                        "é",
                        "\uFFFD")
                .list()
                .ofMaxSize(30)
                .map(l -> String.join("", l));
    }

    @Property(tries = 500)
    void reads_almost_receipts(@ForAll("almostReceipts") String receipt) {
        ReceiptText read = ReceiptText.parse(receipt);
        assertThat(read.id() == null || !read.id().isBlank()).isTrue();
        assertThat(read.stat() == null || !read.stat().contains(" ")).isTrue();
    }

    @Property(tries = 300)
    void reads_any_text(@ForAll String receipt) {
        assertThat(ReceiptText.parse(receipt)).isNotNull();
    }

    @Property(tries = 200)
    void keeps_any_text_behind_the_key(@ForAll String text, @ForAll @AlphaChars @StringLength(min = 1) String id) {
        ReceiptText read = ReceiptText.parse("id:" + id + " text:" + text + "|");
        assertThat(read.text()).isEqualTo(text + "|");
        assertThat(read.id()).isEqualTo(id);
    }

    @Property(tries = 300)
    void reads_any_date(@ForAll String date) {
        assertThat(ReceiptDate.parse(date, ZoneOffset.UTC)).isNotNull();
    }

    @Property(tries = 500)
    void reads_any_digits(
            @ForAll @NumericChars @StringLength(min = 8, max = 17) String digits, @ForAll @IntRange(max = 2) int sign) {
        assertThat(ReceiptDate.parse(digits, ZoneOffset.UTC)).isNotNull();
        assertThat(ReceiptDate.parse(digits + "+-R".charAt(sign), ZoneId.of("Europe/Copenhagen")))
                .isNotNull();
    }

    @Property(tries = 300)
    void reads_back_any_minute_of_a_hundred_years(
            @ForAll @LongRange(min = -1_009_843_200L, max = 2_145_916_799L) long second) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        Instant expected = at.toInstant(ZoneOffset.UTC);
        String date = at.format(DateTimeFormatter.ofPattern("yyMMddHHmmss"));
        String full = at.format(DateTimeFormatter.ofPattern("yyyyMMddHHmmss"));
        assertThat(ReceiptDate.parse(date, ZoneOffset.UTC)).contains(expected);
        assertThat(ReceiptDate.parse(full, ZoneOffset.UTC)).contains(expected);
        assertThat(ReceiptDate.parse(date + "000+", ZoneId.of("Asia/Tokyo"))).contains(expected);
    }

    @Property(tries = 200)
    void names_a_state_for_any_word_and_number(@ForAll String word, @ForAll int number) {
        assertThat(ReceiptState.ofWord(word)).isNotNull();
        assertThat(ReceiptState.ofNumber(number)).isNotNull();
    }
}
