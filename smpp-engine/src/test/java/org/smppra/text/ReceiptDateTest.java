package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptDateTest {

    @ParameterizedTest
    @CsvSource({
        "2011181054,2020-11-18T10:54:00Z",
        "' 2011181054 ',2020-11-18T10:54:00Z",
        "110206193110,2011-02-06T19:31:10Z",
        "20201118105433,2020-11-18T10:54:33Z",
        "070927233429848+,2007-09-27T11:34:29.800Z",
        "070927233429848-,2007-09-28T11:34:29.800Z",
        "201118105400000+,2020-11-18T10:54:00Z",
        "201118105400001+,2020-11-18T10:39:00Z",
        "3712312359,2037-12-31T23:59:00Z",
        "3801010000,1938-01-01T00:00:00Z",
        "9912312359,1999-12-31T23:59:00Z",
        "2002291200,2020-02-29T12:00:00Z"
    })
    void reads_what_providers_write(String date, Instant expected) {
        assertThat(ReceiptDate.parse(date, ZoneOffset.UTC)).contains(expected);
    }

    @Test
    void reads_local_dates_in_the_zone_given() {
        ZoneId zone = ZoneId.of("Europe/Copenhagen");
        assertThat(ReceiptDate.parse("2011181054", zone)).contains(Instant.parse("2020-11-18T09:54:00Z"));
        assertThat(ReceiptDate.parse("200718105400", zone)).contains(Instant.parse("2020-07-18T08:54:00Z"));
        assertThat(ReceiptDate.parse("20200718105400", zone)).contains(Instant.parse("2020-07-18T08:54:00Z"));
        assertThat(ReceiptDate.parse("201118105400004+", zone)).contains(Instant.parse("2020-11-18T09:54:00Z"));
    }

    @Test
    void reads_an_hour_that_the_clocks_skip() {
        assertThat(ReceiptDate.parse("2003290230", ZoneId.of("Europe/Copenhagen")))
                .contains(Instant.parse("2020-03-29T01:30:00Z"));
    }

    @Test
    void reads_seconds_since_1970_that_are_no_date() {
        assertThat(ReceiptDate.parse("1605693240", ZoneId.of("Asia/Tokyo")))
                .contains(Instant.parse("2020-11-18T09:54:00Z"));
    }

    @Test
    void prefers_a_date_to_seconds_since_1970() {
        assertThat(ReceiptDate.parse("1712101530", ZoneOffset.UTC)).contains(Instant.parse("2017-12-10T15:30:00Z"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "0000000000",
                "000000000000",
                "00000000000000",
                "000000000000000+",
                "000000001000000R",
                "2013181054",
                "2011311054",
                "2102291200",
                "2011182454",
                "2011181060",
                "201118105460",
                "00001118105400",
                "070927233429849+",
                "070927233429848*",
                "20201118T10:54",
                "２０１１１８１０５４",
                "+201118105",
                "-605693240",
                "never",
                "1605693240000"
            })
    void leaves_everything_else_empty(String date) {
        assertThat(ReceiptDate.parse(date, ZoneOffset.UTC)).isEmpty();
    }
}
