package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.fuzz.Allocation;
import org.smppra.message.Octets;

class Gsm0338FuzzTest {
    private static final String UNREADABLE = "\uFFFD";

    /** All septets, all behind an ESC, and an ESC at the end. */
    static Stream<byte[]> septets() {
        byte[] plain = new byte[128];
        byte[] escaped = new byte[256];
        for (int i = 0; i < 128; i++) {
            plain[i] = (byte) i;
            escaped[2 * i] = Gsm0338.ESC;
            escaped[2 * i + 1] = (byte) i;
        }
        return Stream.of(plain, escaped, new byte[] {0x41, Gsm0338.ESC}, new byte[] {(byte) 0x80, Gsm0338.ESC, -1});
    }

    @MethodSource("septets")
    @FuzzTest
    void any_octets_are_read_and_what_was_read_is_written_and_read_back(byte[] octets) throws Exception {
        Octets septets = Octets.of(octets);
        String text = Allocation.atMost(1024 + 8L * octets.length, () -> Gsm0338.decode(septets));
        assertThat(text).hasSizeLessThanOrEqualTo(octets.length);
        assertThat(Gsm0338.canEncode(text)).isEqualTo(!text.contains(UNREADABLE));
        assertThat(Gsm0338.decode(Gsm0338.encodeSubstituting(text))).isEqualTo(text.replace(UNREADABLE, "?"));
        any_text_is_written_whole_or_refused(new String(octets, StandardCharsets.UTF_16BE));
    }

    private static void any_text_is_written_whole_or_refused(String text) {
        if (Gsm0338.canEncode(text)) {
            assertThat(Gsm0338.decode(Gsm0338.encode(text))).isEqualTo(text);
        } else {
            assertThatThrownBy(() -> Gsm0338.encode(text)).isInstanceOf(IllegalArgumentException.class);
            assertThat(Gsm0338.decode(Gsm0338.encodeSubstituting(text))).contains("?");
        }
    }
}
