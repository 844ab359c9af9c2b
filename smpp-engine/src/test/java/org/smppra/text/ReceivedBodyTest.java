package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;

class ReceivedBodyTest {
    private static ReceivedBody read(int coding, String hex) {
        return ReceivedBody.of(DataCoding.of(coding), Octets.ofHex(hex), true, false);
    }

    @ParameterizedTest
    @CsvSource({"0,001b65,@€", "0x11,001b65,@€", "0xF0,001b65,@€", "1,40,@", "3,e4,ä", "8,20ac,€", "0x18,20ac,€"})
    void reads_each_alphabet(int coding, String hex, String text) {
        assertThat(ReceivedBody.of(DataCoding.of(coding), Octets.ofHex(hex), false, false)
                        .text())
                .contains(text);
    }

    @Test
    void is_no_text_where_the_data_coding_says_so_or_is_unknown() {
        assertThat(ReceivedBody.of(DataCoding.of(4), Octets.ofHex("41"), false, false)
                        .text())
                .isEmpty();
        assertThat(ReceivedBody.of(DataCoding.of(0xF5), Octets.ofHex("41"), false, false)
                        .text())
                .isEmpty();
    }

    @Test
    void chooses_national_tables_by_the_header() {
        assertThat(read(0, "03240101" + "041b47").text()).contains("èĞ");
        assertThat(read(0, "03250101" + "041b47").text()).contains("€G");
        assertThat(read(0, "06240101250101" + "041b47").text()).contains("€Ğ");
        // The last of two counts; one of a wrong length is none.
        assertThat(read(0, "06250103250101" + "04").text()).contains("€");
        assertThat(read(0, "0425020101" + "04").text()).contains("è");
    }

    @Test
    void knows_what_number_of_what_message_it_is() {
        assertThat(read(0, "050003cd0302" + "41").concatenation()).contains(new Concatenation(0xCD, false, 3, 2));
        assertThat(read(0, "060804abcd0302" + "41").concatenation()).contains(new Concatenation(0xABCD, true, 3, 2));
        assertThat(read(0, "0b05040b8423f0000301ff0441").concatenation()).contains(new Concatenation(1, false, 255, 4));
    }

    @ParameterizedTest
    @CsvSource({"050003cd0300", "050003cd0304", "050003cd0000", "040002cd0341", "050803cd0301", "03240101"})
    void numbers_that_make_no_part_are_no_concatenation(String header) {
        assertThat(read(0, header + "41").concatenation()).isEmpty();
    }

    @Test
    void keeps_the_elements_that_do_not_number_parts() {
        assertThat(read(0, "0b05040b8423f0000301ff0441").headerWithoutConcatenation())
                .isEqualTo(Octets.ofHex("05040b8423f0"));
        assertThat(read(0, "050003cd030141").headerWithoutConcatenation()).isNull();
        assertThat(ReceivedBody.of(DataCoding.DEFAULT, Octets.ofHex("41"), false, false)
                        .headerWithoutConcatenation())
                .isNull();
    }

    @Test
    void takes_a_header_that_does_not_fit_for_body() {
        ReceivedBody odd = read(4, "ff0003");
        assertThat(odd.header()).isNull();
        assertThat(odd.body()).isEqualTo(Octets.ofHex("ff0003"));
    }

    @Test
    void unpacks_septets_behind_the_header() {
        BodyPart part = new BodyPart(Octets.ofHex("050003cd0301" + "414243"), true, false, null).packed();
        assertThat(part.userData().length()).isEqualTo(6 + 3);
        ReceivedBody read = ReceivedBody.of(DataCoding.DEFAULT, part.userData(), true, true);
        assertThat(read.text()).contains("ABC");
        assertThat(read.concatenation()).isPresent();
        // Packing is for septets only.
        assertThat(ReceivedBody.of(DataCoding.UCS2, Octets.ofHex("0041"), false, true)
                        .text())
                .contains("A");
    }

    @Test
    void joins_what_a_sender_cut_in_the_middle_of_a_character() {
        assertThat(ReceivedBody.text(List.of(read(0, "050003cd0201" + "411b"), read(0, "050003cd0202" + "6542"))))
                .contains("A€B");
        assertThat(ReceivedBody.text(List.of(read(8, "050003cd0201" + "d83d"), read(8, "050003cd0202" + "de00"))))
                .contains("😀");
    }

    @Test
    void reads_each_part_in_its_own_alphabet_and_tables() {
        assertThat(ReceivedBody.text(List.of(
                        read(0, "08000301030125010104"), read(0, "05000301030204"), read(8, "050003010303" + "0416"))))
                .contains("€èЖ");
        assertThat(ReceivedBody.text(List.of(read(0, "05000301020104"), read(4, "05000301020204"))))
                .isEmpty();
    }

    @Property(tries = 500)
    void never_throws(
            @ForAll byte[] octets,
            @ForAll @IntRange(max = 255) int coding,
            @ForAll boolean udhi,
            @ForAll boolean packed) {
        ReceivedBody read = ReceivedBody.of(DataCoding.of(coding), Octets.of(octets), udhi, packed);
        read.concatenation().ifPresent(part -> assertThat(part.number()).isBetween(1, part.total()));
        read.headerWithoutConcatenation();
        assertThat(read.text().orElse("").length()).isLessThanOrEqualTo(octets.length * 8 / 7);
    }

    @Property(tries = 300)
    void never_throws_with_any_national_table(
            @ForAll byte[] octets, @ForAll @IntRange(max = 255) int locking, @ForAll @IntRange(max = 255) int single) {
        assertThat(Gsm0338.decode(Octets.of(octets), locking, single)).hasSizeLessThanOrEqualTo(octets.length);
    }
}
