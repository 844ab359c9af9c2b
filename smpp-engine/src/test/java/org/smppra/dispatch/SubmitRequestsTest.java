package org.smppra.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
import org.smppra.text.LongMessages;

class SubmitRequestsTest {
    private static SubmitSm request(ShortMessage.Builder message, String profile) throws InvalidMessageException {
        List<SubmitSm> requests = requests(message, Profile.named(profile));
        assertThat(requests).hasSize(1);
        return requests.get(0);
    }

    private static List<SubmitSm> requests(ShortMessage.Builder message, Profile profile)
            throws InvalidMessageException {
        ShortMessage built = message.build();
        return SubmitRequests.of(built, BodyEncoder.encode(built), "the reference", profile, 0x1234);
    }

    private static Profile cutting(LongMessages how) {
        return Profile.named("generic").toBuilder().longMessages(how).build();
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

    @Test
    void parts_differ_only_in_header_and_body() throws Exception {
        List<SubmitSm> parts = requests(
                message().text("x".repeat(307)).receipt(ReceiptWish.ALL).priority(2), cutting(LongMessages.UDH_8));
        assertThat(parts).hasSize(3);
        assertThat(parts.stream().map(part -> part.shortMessage().slice(0, 6).toHex()))
                .containsExactly("050003340301", "050003340302", "050003340303");
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.esmClass()).isEqualTo(0x40);
            assertThat(part.destination()).isEqualTo(Address.of(1, 1, "4512345678"));
            assertThat(part.registeredDelivery()).isEqualTo(17);
            assertThat(part.priorityFlag()).isEqualTo(2);
            assertThat(part.tlvs().isEmpty()).isTrue();
        });
    }

    @Test
    void every_part_has_the_same_reference() throws Exception {
        Profile both = Profile.named("gatewayapi").toBuilder()
                .longMessages(LongMessages.UDH_16)
                .build();
        assertThat(requests(message().text("x".repeat(307)), both)).hasSize(3).allSatisfy(part -> assertThat(
                        part.tlvs().first(Tlv.USER_MESSAGE_REFERENCE))
                .contains(Octets.ofLatin1("the reference")));
    }

    @Test
    void parts_by_optional_parameters_have_no_header() throws Exception {
        List<SubmitSm> parts = requests(message().text("x".repeat(160 + 1)), cutting(LongMessages.SAR));
        assertThat(parts).hasSize(2);
        assertThat(parts.get(1).esmClass()).isZero();
        assertThat(parts.get(1).shortMessage()).isEqualTo(Octets.ofLatin1("x".repeat(9)));
        assertThat(parts.get(1).tlvs().first(0x020C)).contains(Octets.ofHex("1234"));
        assertThat(parts.get(1).tlvs().first(0x020E)).contains(Octets.ofHex("02"));
        assertThat(parts.get(1).tlvs().first(0x020F)).contains(Octets.ofHex("02"));
    }

    @Test
    void one_payload_holds_what_would_be_two_parts() throws Exception {
        assertThat(requests(message().text("x".repeat(160)), cutting(LongMessages.PAYLOAD))
                        .get(0)
                        .tlvs()
                        .isEmpty())
                .isTrue();
        List<SubmitSm> whole = requests(message().text("x".repeat(161)), cutting(LongMessages.PAYLOAD));
        assertThat(whole).hasSize(1);
        assertThat(whole.get(0).shortMessage().isEmpty()).isTrue();
        assertThat(whole.get(0).userData()).isEqualTo(Octets.ofLatin1("x".repeat(161)));
    }

    @Test
    void nothing_at_all_is_optional_in_version_33() throws Exception {
        assertThat(requests(
                        message().text("x".repeat(999)),
                        Profile.named("gatewayapi").forVersion33()))
                .hasSize(7)
                .allSatisfy(part -> {
                    assertThat(part.tlvs().isEmpty()).isTrue();
                    assertThat(part.shortMessage().length()).isLessThanOrEqualTo(160);
                });
    }

    @Test
    void septets_travel_packed_only_where_the_profile_says_so() throws Exception {
        Profile packing =
                Profile.named("generic").toBuilder().packsSeptets(true).build();
        assertThat(requests(message().text("12345678"), packing).get(0).shortMessage())
                .isEqualTo(Octets.ofHex("31d98c56b3dd70"));
        assertThat(requests(message().text("x".repeat(161)), packing)
                        .get(0)
                        .shortMessage()
                        .length())
                .isEqualTo(140);
        assertThat(requests(message().text("жжж"), packing)
                        .get(0)
                        .shortMessage()
                        .length())
                .isEqualTo(6);
    }
}
