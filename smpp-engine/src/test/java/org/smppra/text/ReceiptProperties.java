package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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

    @Provide
    Arbitrary<ReceiptText> receipts() {
        Arbitrary<String> word = Arbitraries.strings()
                .withCharRange('!', '\u00FF')
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(w -> !w.contains(":"))
                .injectNull(0.2);
        Arbitrary<String> text = Arbitraries.strings()
                .withCharRange('\0', '\u00FF')
                .ofMaxLength(40)
                .filter(t -> !t.endsWith(" ") && !t.endsWith("\0"))
                .injectNull(0.2);
        return Combinators.combine(word, word, word, word, word, text).as(ReceiptText::new);
    }

    @Property(tries = 300)
    void reads_back_every_field_in_any_order_and_case(
            @ForAll("receipts") ReceiptText receipt, @ForAll Random random, @ForAll boolean upper) {
        Map<String, String> fields = new HashMap<>();
        fields.put("id:", receipt.id());
        fields.put("submit date:", receipt.submitDate());
        fields.put("done date:", receipt.doneDate());
        fields.put("stat:", receipt.stat());
        fields.put("err:", receipt.err());
        fields.put("sub:", "001");
        fields.values().removeIf(Objects::isNull);
        List<String> keys = new ArrayList<>(fields.keySet());
        Collections.shuffle(keys, random);
        StringBuilder written = new StringBuilder();
        keys.forEach(key -> written.append(upper ? key.toUpperCase(Locale.ROOT) : key)
                .append(fields.get(key))
                .append(' '));
        if (receipt.text() != null) {
            written.append("text:").append(receipt.text());
        }
        assertThat(ReceiptText.parse(written.toString())).isEqualTo(receipt);
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

    /** Zones whose clocks never move: an hour that is skipped or comes twice has no one reading. */
    @Property(tries = 300)
    void reads_back_any_minute_in_any_zone(
            @ForAll @LongRange(min = -1_009_843_200L, max = 2_145_916_799L) long second,
            @ForAll @IntRange(min = -18, max = 18) int hours) {
        ZoneOffset zone = ZoneOffset.ofHours(hours);
        LocalDateTime at = LocalDateTime.ofEpochSecond(second - Math.floorMod(second, 60), 0, ZoneOffset.UTC);
        String date = at.format(DateTimeFormatter.ofPattern("yyMMddHHmm"));
        assertThat(ReceiptDate.parse(date, zone)).contains(at.toInstant(zone));
    }

    @Property(tries = 300)
    void reads_seconds_since_1970_unless_they_are_a_date(
            @ForAll @LongRange(min = 1_000_000_000L, max = 1_999_999_999L) long second) {
        String digits = Long.toString(second);
        boolean date = ReceiptDate.parse(digits + "00", ZoneOffset.UTC).isPresent();
        Optional<Instant> read = ReceiptDate.parse(digits, ZoneOffset.UTC);
        assertThat(read).isPresent();
        assertThat(read.get().equals(Instant.ofEpochSecond(second))).isEqualTo(!date);
    }

    @Property(tries = 200)
    void names_a_state_for_any_word_and_number(@ForAll String word, @ForAll int number) {
        assertThat(ReceiptState.ofWord(word)).isNotNull();
        assertThat(ReceiptState.ofNumber(number)).isNotNull();
    }
}
