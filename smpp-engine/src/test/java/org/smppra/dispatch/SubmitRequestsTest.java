package org.smppra.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smppra.FlashBy;
import org.smppra.InvalidMessageException;
import org.smppra.ReceiptWish;
import org.smppra.ShortMessage;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.pdu.SubmitSm;
import org.smppra.profile.Profile;
import org.smppra.text.BodyEncoder;

class SubmitRequestsTest {
    private static SubmitSm request(ShortMessage.Builder message, String profile) throws InvalidMessageException {
        ShortMessage built = message.build();
        return SubmitRequests.of(built, BodyEncoder.encode(built), "the reference", Profile.named(profile));
    }

    private static ShortMessage.Builder message() {
        return ShortMessage.to("+45 12345678").from("Shop").text("hello");
    }

    @Test
    void a_plain_message_has_the_addresses_the_text_and_the_reference() throws Exception {
        SubmitSm request = request(message(), "gatewayapi");
        assertThat(request.destination()).isEqualTo(Address.of(1, 1, "4512345678"));
        assertThat(request.source()).isEqualTo(Address.of(5, 0, "Shop"));
        assertThat(request.shortMessage()).isEqualTo(Octets.ofLatin1("hello"));
        assertThat(request.dataCoding()).isZero();
        assertThat(request.registeredDelivery()).isEqualTo(1);
        assertThat(request.esmClass()).isZero();
        assertThat(request.scheduleDeliveryTime()).isEmpty();
        assertThat(request.tlvs().first(Tlv.USER_MESSAGE_REFERENCE)).contains(Octets.ofLatin1("the reference"));
        assertThat(request.tlvs().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"NONE,0", "FINAL,1", "FAILURE_ONLY,2", "ALL,17"})
    void the_receipt_wish_is_registered_delivery(ReceiptWish wish, int flag) throws Exception {
        assertThat(request(message().receipt(wish), "gatewayapi").registeredDelivery())
                .isEqualTo(flag);
    }

    @Test
    void up_to_254_octets_stay_in_short_message_and_255_go_into_the_payload() throws Exception {
        SubmitSm fits = request(message().text("x".repeat(254)), "gatewayapi");
        assertThat(fits.shortMessage().length()).isEqualTo(254);
        assertThat(fits.tlvs().contains(Tlv.MESSAGE_PAYLOAD)).isFalse();

        SubmitSm longer = request(message().text("x".repeat(255)), "gatewayapi");
        assertThat(longer.shortMessage().isEmpty()).isTrue();
        assertThat(longer.tlvs().first(Tlv.MESSAGE_PAYLOAD).orElseThrow().length())
                .isEqualTo(255);
        assertThat(longer.userData()).isEqualTo(Octets.ofLatin1("x".repeat(255)));
    }

    @Test
    void flash_is_marked_in_one_way_only() throws Exception {
        SubmitSm coded = request(message().flash(), "gatewayapi");
        assertThat(coded.dataCoding()).isEqualTo(0xF0);
        assertThat(coded.tlvs().contains(Tlv.DEST_ADDR_SUBUNIT)).isFalse();

        SubmitSm marked = request(message().flash(FlashBy.DEST_ADDR_SUBUNIT), "gatewayapi");
        assertThat(marked.dataCoding()).isZero();
        assertThat(marked.tlvs().first(Tlv.DEST_ADDR_SUBUNIT)).contains(Octets.ofHex("01"));
    }

    @Test
    void class_validity_priority_and_header_are_where_the_smsc_looks_for_them() throws Exception {
        SubmitSm request = request(
                ShortMessage.to("4512345678")
                        .binary(new byte[] {1, 2})
                        .userDataHeader(new byte[] {5, 4, 0, 1, 0, 2})
                        .messageClass("premium")
                        .validity(Duration.ofMinutes(10))
                        .priority(3),
                "gatewayapi");
        assertThat(request.tlvs().first(Tlv.MESSAGE_CLASS)).contains(Octets.ofLatin1("premium"));
        assertThat(request.validityPeriod()).isEqualTo("000000001000000R");
        assertThat(request.priorityFlag()).isEqualTo(3);
        assertThat(request.esmClass()).isEqualTo(0x40);
        assertThat(request.shortMessage()).isEqualTo(Octets.ofHex("060504000100020102"));
        assertThat(request.dataCoding()).isEqualTo(4);
    }

    @Test
    void a_profile_without_the_reference_parameter_sends_none() throws Exception {
        assertThat(request(message(), "generic").tlvs().isEmpty()).isTrue();
    }
}
