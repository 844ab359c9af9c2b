package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Texts that providers really sent, and what spoils a reader that expects one of them. */
class ReceiptTextTest {

    private static ReceiptText parse(String receipt) {
        return ReceiptText.parse(receipt);
    }

    @Test
    void reads_a_delivered_one_of_the_provider() {
        assertThat(
                        parse(
                                "id:1390125333 sub:001 dlvrd:000 submit date:2011181054 done date:2011181054 stat:DELIVRD err:000 text:user_message_reference"))
                .isEqualTo(new ReceiptText(
                        "1390125333", "2011181054", "2011181054", "DELIVRD", "000", "user_message_reference"));
    }

    @Test
    void reads_an_undelivered_one_of_the_provider() {
        assertThat(
                        parse(
                                "id:1390125333 sub:001 dlvrd:000 submit date:2011181145 done date:2011181145 stat:UNDELIV err:019 text:user_message_reference"))
                .isEqualTo(new ReceiptText(
                        "1390125333", "2011181145", "2011181145", "UNDELIV", "019", "user_message_reference"));
    }

    @Test
    void keeps_punctuation_in_the_text() {
        assertThat(
                        parse(
                                "id:0059113978 sub:001 dlvrd:001 submit date:1002101730 done date:1002101731 stat:DELIVRD err:000 text:@$#!%&/:"))
                .isEqualTo(new ReceiptText("0059113978", "1002101730", "1002101731", "DELIVRD", "000", "@$#!%&/:"));
    }

    @Test
    void reads_a_capital_key() {
        assertThat(
                        parse(
                                "id:4 sub:001 dlvrd:001 submit date:1006020051 done date:1006020051 stat:DELIVRD err:000 Text:Hello"))
                .isEqualTo(new ReceiptText("4", "1006020051", "1006020051", "DELIVRD", "000", "Hello"));
    }

    @Test
    void reads_keys_in_any_order_but_none_behind_the_text() {
        assertThat(
                        parse(
                                "sub:001 id:74e02ee1-4e2f-4a6e-a78b-4b247d756a22 err:000 dlvrd:001 done date:110206193110 submit date:110206193041 text: stat:DELIVRD"))
                .isEqualTo(new ReceiptText(
                        "74e02ee1-4e2f-4a6e-a78b-4b247d756a22",
                        "110206193041",
                        "110206193110",
                        null,
                        "000",
                        " stat:DELIVRD"));
    }

    @Test
    void keeps_letters_in_the_error() {
        assertThat(
                        parse(
                                "id:0123456789 sub:002 dlvrd:001 submit date:1005232039 done date:1005242339 stat:DELIVRD err:21b text:This is a sample mes"))
                .isEqualTo(new ReceiptText(
                        "0123456789", "1005232039", "1005242339", "DELIVRD", "21b", "This is a sample mes"));
    }

    @Test
    void does_without_the_counts() {
        assertThat(parse("id:1526758174 submit date:1701240904 done date:1701240904 stat:DELIVRD err:000 text:hellow"))
                .isEqualTo(new ReceiptText("1526758174", "1701240904", "1701240904", "DELIVRD", "000", "hellow"));
    }

    @Test
    void reads_an_id_of_32_characters_and_an_empty_text() {
        assertThat(
                        parse(
                                "id:a29f6845555647139e5c8f3b817f2c9a sub:001 dlvrd:001 submit date:141023215253 done date:141023215259 stat:DELIVRD err:000 text: "))
                .isEqualTo(new ReceiptText(
                        "a29f6845555647139e5c8f3b817f2c9a", "141023215253", "141023215259", "DELIVRD", "000", ""));
    }

    @Test
    void drops_a_nul_at_the_end() {
        assertThat(parse("id:0000436949 submit date:1504211508 done date:1504211508 stat:DELIVRD err:000\0"))
                .isEqualTo(new ReceiptText("0000436949", "1504211508", "1504211508", "DELIVRD", "000", null));
        assertThat(parse("id:1 text:a\0b \0").text()).isEqualTo("a\0b");
    }

    @Test
    void keeps_a_text_of_keys_and_values() {
        assertThat(
                        parse(
                                "id:4D19C83C sub:001 dlvrd:001 submit date:1510090105 done date:1510090105 stat:DELIVRD err:000 text:GW25 MCC=270 MNC=1 BillingMNC=1"))
                .isEqualTo(new ReceiptText(
                        "4D19C83C", "1510090105", "1510090105", "DELIVRD", "000", "GW25 MCC=270 MNC=1 BillingMNC=1"));
    }

    @Test
    void does_without_text() {
        assertThat(parse("id:0654354026 submit date:2302101454 done date:2302101454 stat:DELIVRD err:000"))
                .isEqualTo(new ReceiptText("0654354026", "2302101454", "2302101454", "DELIVRD", "000", null));
    }

    @Test
    void reads_an_error_of_one_digit() {
        assertThat(
                        parse(
                                "id:11041301030001006668 sub:001 dlvrd:001 submit date:2111040501 done date:2111040501 stat:DELIVRD err:0 text:none"))
                .isEqualTo(new ReceiptText("11041301030001006668", "2111040501", "2111040501", "DELIVRD", "0", "none"));
    }

    @Test
    void reads_a_state_of_its_own_making() {
        assertThat(
                        parse(
                                "id:0123456789 sub:002 dlvrd:003 submit date:0809011130 done date:0809021131 err:123 stat:DND_REJECTED text:Hello World"))
                .isEqualTo(new ReceiptText(
                        "0123456789", "0809011130", "0809021131", "DND_REJECTED", "123", "Hello World"));
    }

    @Test
    void reads_a_state_alone() {
        assertThat(parse("stat:DELIVRD")).isEqualTo(new ReceiptText(null, null, null, "DELIVRD", null, null));
    }

    @Test
    void finds_nothing_in_what_is_no_receipt() {
        assertThat(parse("00,0210021543,0210021500,,447887123456,10110200000000,we2345678i9o03er45ty67u"))
                .isEqualTo(new ReceiptText(null, null, null, null, null, null));
        assertThat(parse("")).isEqualTo(new ReceiptText(null, null, null, null, null, null));
    }

    @Test
    void keeps_a_blank_at_the_front_of_the_text() {
        assertThat(
                        parse(
                                "id:94251430923 sub:001 dlvrd:001 submit date:0911040124 done date:0911040124 stat:ACCEPTD err:107 text: 26F102"))
                .isEqualTo(new ReceiptText("94251430923", "0911040124", "0911040124", "ACCEPTD", "107", " 26F102"));
    }

    @Test
    void drops_pad_blanks() {
        assertThat(parse("  id: 7 stat:ACKED   err: 0 done date: 2011181054"))
                .isEqualTo(new ReceiptText("7", null, "2011181054", "ACKED", "0", null));
    }

    @Test
    void takes_a_missing_value_for_missing_and_not_the_next_key() {
        assertThat(parse("id: sub: stat:DELIVRD err: text:x"))
                .isEqualTo(new ReceiptText(null, null, null, "DELIVRD", null, "x"));
        assertThat(parse("stat:DELIVRD err:")).isEqualTo(new ReceiptText(null, null, null, "DELIVRD", null, null));
    }

    @Test
    void skips_keys_that_it_does_not_know() {
        assertThat(parse("id:7 vendor:9 stat:DELIVRD guid:abc subtext:x err:001"))
                .isEqualTo(new ReceiptText("7", null, null, "DELIVRD", "001", null));
    }

    @Test
    void reads_keys_in_capitals_and_on_lines_of_their_own() {
        assertThat(parse("ID:7\r\nSUBMIT DATE:2011181054\r\nSTAT:EXPIRED\r\n"))
                .isEqualTo(new ReceiptText("7", "2011181054", null, "EXPIRED", null, null));
    }

    @Test
    void lets_the_first_of_two_equal_keys_count() {
        assertThat(parse("stat:DELIVRD stat:UNDELIV").stat()).isEqualTo("DELIVRD");
    }

    @Test
    void shows_no_text_in_a_log() {
        assertThat(parse("id:7 text:secret").toString()).contains("7").doesNotContain("secret");
    }
}
