package org.smppra.profile;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.ReceiptError;

class ErrorTableTest {
    private static final ErrorTable GATEWAYAPI = ErrorTable.gatewayapi();

    private static ReceiptError read(String err) {
        return GATEWAYAPI.read(err).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "019,0x1013,absent subscriber",
        "19,0x1013,absent subscriber",
        "00019,0x1013,absent subscriber",
        "' 019 ',0x1013,absent subscriber",
        "126,0x107E,request failed",
        "1,0x1001,'delivery failed, no cause given'",
        "2306,0x1902,GatewayAPI: message class not configured",
        "2308,0x1904,GatewayAPI: filtered for its content"
    })
    void turns_the_number_back_into_the_providers_code(String err, String code, String meaning) {
        assertThat(read(err).code()).hasValue(Integer.decode(code));
        assertThat(read(err).meanings()).containsExactly(meaning);
        assertThat(read(err).text()).isEqualTo(err.strip());
    }

    @Test
    void gives_every_meaning_of_an_ambiguous_code() {
        assertThat(read("129").meanings()).containsExactly("external error", "IMSI lookup blocked");
        assertThat(read("130").meanings()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "000", "00000", "", "  ", "0000000"})
    void reads_zero_and_nothing_as_no_error(String err) {
        assertThat(GATEWAYAPI.read(err)).isEmpty();
        assertThat(ErrorTable.raw().read(err)).isEmpty();
    }

    @Test
    void gives_the_code_of_a_number_without_a_meaning() {
        assertThat(read("200").code()).hasValue(0x10C8);
        assertThat(read("200").meanings()).isEmpty();
        assertThat(read("4095").code()).hasValue(0x1FFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"21b", "ABC", "-19", "1.9", "000019", "4096", "99999", "٣٤"})
    void keeps_what_is_no_number_of_12_bits_as_text(String err) {
        assertThat(read(err).text()).isEqualTo(err);
        assertThat(read(err).code()).isEmpty();
        assertThat(read(err).meanings()).isEmpty();
    }

    @Test
    void keeps_the_text_alone_where_nothing_is_known() {
        ReceiptError error = ErrorTable.raw().read("019").orElseThrow();
        assertThat(error.text()).isEqualTo("019");
        assertThat(error.code()).isEmpty();
    }

    @Test
    void has_a_meaning_for_every_code_of_the_list() {
        int[][] ranges = {
            {0x01, 0x09},
            {0x10, 0x1B},
            {0x20, 0x2E},
            {0x30, 0x3C},
            {0x40, 0x4A},
            {0x50, 0x57},
            {0x60, 0x87},
            {0x90, 0x94},
            {0x902, 0x904}
        };
        for (int[] range : ranges) {
            for (int err = range[0]; err <= range[1]; err++) {
                assertThat(read(Integer.toString(err)).meanings())
                        .as(Integer.toHexString(err))
                        .isNotEmpty()
                        .doesNotContain("");
            }
        }
    }

    @Property(tries = 200)
    void reads_any_text(@ForAll String err) {
        assertThat(GATEWAYAPI.read(err)).isNotNull();
        assertThat(ErrorTable.raw().read(err)).isNotNull();
    }
}
