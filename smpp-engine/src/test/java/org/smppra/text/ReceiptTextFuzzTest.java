package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.fuzz.Allocation;

class ReceiptTextFuzzTest {
    /** The first text: that begins a word. */
    private static final Pattern TEXT = Pattern.compile("(?i)(?:^|[\\x00- ])text:");

    @MethodSource("org.smppra.fuzz.Seeds#receipts")
    @FuzzTest
    void any_octets_are_read_and_what_is_read_was_there(byte[] octets) throws Exception {
        String receipt = new String(octets, StandardCharsets.ISO_8859_1);
        ReceiptText read = Allocation.atMostComparing(4096 + 8L * octets.length, () -> ReceiptText.parse(receipt));
        keeps_everything_behind_the_key(receipt, read);
        for (String value : new String[] {read.id(), read.submitDate(), read.doneDate(), read.stat(), read.err()}) {
            if (value != null) {
                assertThat(receipt).contains(value);
                assertThat(value).isNotEmpty();
                assertThat(value.chars().allMatch(c -> c > ' ')).isTrue();
            }
        }
        assertThat(ReceiptText.parse(written(read))).isEqualTo(read);
    }

    private static void keeps_everything_behind_the_key(String receipt, ReceiptText read) {
        Matcher key = TEXT.matcher(receipt);
        if (key.find()) {
            assertThat(read.text()).isNotNull().endsWith(trimmed(receipt.substring(key.end())));
        }
        if (read.text() != null) {
            int from = trimmed(receipt).length() - read.text().length();
            assertThat(receipt.substring(0, Math.max(from, 0))).matches("(?is).*text:[ \\x00]*");
        }
    }

    /** The receipt that a provider would write of these fields. */
    private static String written(ReceiptText read) {
        return field("id:", read.id())
                + field("submit date:", read.submitDate())
                + field("done date:", read.doneDate())
                + field("stat:", read.stat())
                + field("err:", read.err())
                + (read.text() == null ? "" : "text:" + read.text());
    }

    private static String field(String key, @Nullable String value) {
        return value == null ? "" : key + value + " ";
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\0')) {
            end--;
        }
        return text.substring(0, end);
    }
}
