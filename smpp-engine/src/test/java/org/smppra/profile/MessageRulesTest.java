package org.smppra.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.FlashBy;
import org.smppra.InvalidMessageException;
import org.smppra.MessagePlan;
import org.smppra.ShortMessage;
import org.smppra.message.Address;
import org.smppra.message.DataCoding;
import org.smppra.text.LongMessages;

class MessageRulesTest {
    private static final Profile GATEWAYAPI = Profile.named("gatewayapi");
    private static final Profile GENERIC = Profile.named("generic");

    private static ShortMessage.Builder message() {
        return ShortMessage.to("4512345678").text("Hello");
    }

    private static ShortMessage.Builder to(Address recipient) {
        return message().recipient(recipient);
    }

    private static MessagePlan plan(Profile profile, ShortMessage.Builder message) throws InvalidMessageException {
        return MessageRules.plan(message.build(), profile);
    }

    private static void assertTaken(Profile profile, ShortMessage.Builder message) throws InvalidMessageException {
        assertThat(plan(profile, message).parts()).isPositive();
    }

    private static AbstractStringAssert<?> assertRefused(String field, Profile profile, ShortMessage.Builder message) {
        return assertThatThrownBy(() -> plan(profile, message))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidMessageException.class))
                .satisfies(e -> assertThat(e.field()).isEqualTo(field))
                .extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING);
    }

    @Test
    void plans_one_pdu_where_the_smsc_cuts_and_one_a_part_elsewhere() throws InvalidMessageException {
        ShortMessage.Builder longer = message().text("a".repeat(161));
        assertThat(plan(GATEWAYAPI, longer)).hasToString("MessagePlan[dataCoding=0, parts=2, pdus=1]");
        assertThat(plan(GENERIC, longer)).hasToString("MessagePlan[dataCoding=0, parts=2, pdus=2]");
        assertThat(plan(GENERIC, longer).charactersLeft()).isEqualTo(145);
        assertThat(plan(GENERIC, message())).hasToString("MessagePlan[dataCoding=0, parts=1, pdus=1]");
        assertThat(plan(GATEWAYAPI, message().text("ç").flash()).dataCoding()).isEqualTo(DataCoding.UCS2_FLASH);
    }

    @Test
    void takes_numbers_of_1_to_15_digits() throws InvalidMessageException {
        assertTaken(GATEWAYAPI, message().recipient("1"));
        assertTaken(GATEWAYAPI, message().recipient("+45 1234 5678"));
        assertTaken(GATEWAYAPI, message().recipient("1".repeat(15)));
        assertTaken(GATEWAYAPI, to(Address.of(0, 1, "1".repeat(20))));
        assertRefused("recipient", GATEWAYAPI, message().recipient("1".repeat(16)));
        assertRefused("recipient", GATEWAYAPI, message().recipient(""));
        assertRefused("recipient", GATEWAYAPI, to(Address.of(0, 1, "1".repeat(21))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4512345x78", "0045-123", "４５１２３", "+ +45"})
    void refuses_a_number_with_other_than_digits_and_does_not_show_it(String number) {
        assertRefused("recipient", GENERIC, message().recipient(number))
                .contains("no digit")
                .doesNotContain(number);
    }

    @Test
    void takes_only_the_types_of_number_of_the_profile() throws InvalidMessageException {
        assertRefused("recipient", GATEWAYAPI, to(Address.of(2, 1, "12345"))).contains("0, 1");
        assertRefused("recipient", GATEWAYAPI, to(Address.alphanumeric("Shop")));
        assertTaken(GENERIC, to(Address.of(2, 1, "12345")));
        assertTaken(GENERIC, to(Address.alphanumeric("Shop")));
        assertRefused("recipient", GENERIC, to(Address.of(256, 1, "12345")));
        assertRefused("recipient", GENERIC, to(Address.of(1, -1, "12345")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shop", "ABCDEFGHIJK", "Ærø & Co", "1204", "123456789012345", "+45 123", "a"})
    void takes_senders(String from) throws InvalidMessageException {
        assertTaken(GATEWAYAPI, message().from(from));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABCDEFGHIJKL", "1234567890123456", "Shop€", "Sh\0p", "Sh\u0085p", "Sh\np"})
    void refuses_senders(String from) {
        assertRefused("from", GATEWAYAPI, message().from(from));
    }

    @Test
    void takes_senders_of_other_types_and_none() throws InvalidMessageException {
        assertTaken(GENERIC, message().from(Address.none()));
        assertTaken(GENERIC, message().from(Address.of(3, 0, "1".repeat(20))));
        assertRefused("from", GENERIC, message().from(Address.of(3, 0, "1".repeat(21))));
        assertRefused("from", GENERIC, message().from(Address.of(1, 1, "")));
        assertRefused("from", GENERIC, message().from(Address.of(0, 0, "Shop")));
    }

    @Test
    void takes_priority_0_to_3() throws InvalidMessageException {
        assertTaken(GATEWAYAPI, message().priority(3));
        assertRefused("priority", GATEWAYAPI, message().priority(4)).contains("4");
        assertRefused("priority", GATEWAYAPI, message().priority(-1));
    }

    @Test
    void refuses_a_validity_that_cannot_be_written() throws InvalidMessageException {
        assertTaken(GATEWAYAPI, message().validity(Duration.ofDays(2)));
        assertRefused("validity", GATEWAYAPI, message().validity(Duration.ZERO));
        assertRefused("validity", GATEWAYAPI, message().validity(Duration.ofDays(32)));
    }

    @Test
    void takes_a_message_class_where_the_profile_has_it() throws InvalidMessageException {
        assertTaken(GATEWAYAPI, message().messageClass("standard"));
        assertTaken(GATEWAYAPI, message().messageClass("c".repeat(64)));
        assertRefused("messageClass", GATEWAYAPI, message().messageClass("c".repeat(65)));
        assertRefused("messageClass", GATEWAYAPI, message().messageClass(""));
        assertRefused("messageClass", GATEWAYAPI, message().messageClass("a\0"));
        assertRefused("messageClass", GENERIC, message().messageClass("standard"))
                .contains("generic");
    }

    @Test
    void takes_printable_references_of_1_to_255_characters() throws InvalidMessageException {
        for (Profile profile : new Profile[] {GATEWAYAPI, GENERIC}) {
            assertTaken(profile, message().reference("Order 7, Ærø"));
            assertTaken(profile, message().reference("r".repeat(255)));
            assertRefused("reference", profile, message().reference("r".repeat(256)));
            assertRefused("reference", profile, message().reference(""));
            assertRefused("reference", profile, message().reference("secret€"))
                    .contains("index 6")
                    .doesNotContain("secret");
            assertRefused("reference", profile, message().reference("a\nb"));
        }
    }

    @Test
    void takes_only_the_data_codings_of_the_profile() throws InvalidMessageException {
        ShortMessage.Builder binary =
                ShortMessage.to("4512345678").binary(new byte[3]).dataCoding(DataCoding.of(0xF5));
        assertTaken(GENERIC, binary);
        assertRefused("dataCoding", GATEWAYAPI, binary).contains("245", "0, 3, 4, 8, 24, 240");
    }

    @Test
    void refuses_more_parts_than_wanted_with_both_numbers() throws InvalidMessageException {
        assertTaken(GATEWAYAPI, message().text("a".repeat(306)).maxParts(2));
        assertRefused("maxParts", GATEWAYAPI, message().text("a".repeat(307)).maxParts(2))
                .contains("3 parts", "at most 2");
        assertRefused("maxParts", GATEWAYAPI, message().maxParts(0));
    }

    @ParameterizedTest
    @CsvSource({"gatewayapi", "generic"})
    void refuses_more_than_255_parts(String name) throws InvalidMessageException {
        Profile profile = Profile.named(name);
        assertThat(plan(profile, message().text("a".repeat(255 * 153))).parts()).isEqualTo(255);
        assertRefused("text", profile, message().text("a".repeat(255 * 153 + 1)))
                .contains("256", "255");
        assertRefused("binary", profile, ShortMessage.to("45").binary(new byte[255 * 134 + 1]));
    }

    @Test
    void refuses_parameters_that_the_engine_or_a_wish_sets() {
        assertRefused("tlvs", GATEWAYAPI, message().tlv(0x0424, new byte[1])).contains("0x0424", "text or binary");
        assertRefused("tlvs", GENERIC, message().tlv(0x0424, new byte[1]));
        assertRefused("tlvs", GATEWAYAPI, message().tlv(0x0204, new byte[2])).contains("reference");
        assertRefused("tlvs", GENERIC, message().reference("7").tlv(0x0204, new byte[2]));
        assertRefused("tlvs", GATEWAYAPI, message().messageClass("a").tlv(0x2900, new byte[1]))
                .contains("messageClass");
        for (FlashBy flash : FlashBy.values()) {
            assertRefused("tlvs", GATEWAYAPI, message().flash(flash).tlv(0x0005, new byte[] {1}))
                    .contains("flash");
        }
    }

    @Test
    void takes_parameters_that_nobody_else_sets() throws InvalidMessageException {
        assertTaken(GATEWAYAPI, message().tlv(0x0005, new byte[] {1}).tlv(0x2900, new byte[] {'a'}));
        assertTaken(GENERIC, message().tlv(0x0204, new byte[2]).tlv(0x1400, new byte[9]));
        assertTaken(GENERIC, message().tlv(0x0381, new byte[4]).tlv(0x0381, new byte[4]));
    }

    @Test
    void takes_only_the_parameters_of_the_profile() {
        assertRefused("tlvs", GATEWAYAPI, message().tlv(0x020A, new byte[2])).contains("0x020A", "gatewayapi");
    }

    @Test
    void takes_a_subunit_of_one_octet_only() {
        assertRefused("tlvs", GATEWAYAPI, message().tlv(0x0005, new byte[2])).contains("2 octets");
    }

    @Test
    void refuses_ports_and_segments_beside_a_header_and_segments_of_what_is_cut() throws InvalidMessageException {
        byte[] header = {0x70, 0x01, 0x00};
        assertTaken(GENERIC, message().tlv(0x020B, new byte[2]).tlv(0x020C, new byte[2]));
        assertRefused("tlvs", GENERIC, message().userDataHeader(header).tlv(0x020B, new byte[2]))
                .contains("userDataHeader");
        assertRefused("tlvs", GENERIC, message().userDataHeader(header).tlv(0x020E, new byte[1]));
        assertRefused("tlvs", GENERIC, message().text("a".repeat(161)).tlv(0x020C, new byte[2]))
                .contains("0x020C");
    }

    @Test
    void refuses_in_version_33_what_would_need_an_optional_parameter() throws InvalidMessageException {
        Profile older = GATEWAYAPI.forVersion33();
        assertRefused("messageClass", older, message().messageClass("premium")).contains("SMPP 3.3");
        assertRefused("flash", older, message().flash(FlashBy.DEST_ADDR_SUBUNIT))
                .contains("SMPP 3.3", "DATA_CODING");
        assertRefused("tlvs", older, message().tlv(0x0005, new byte[1])).contains("SMPP 3.3");
        assertTaken(older, message().flash());
        assertTaken(older, message().reference("an order"));
        assertThat(plan(older, message().text("a".repeat(307))))
                .hasToString("MessagePlan[dataCoding=0, parts=3, pdus=3]");
    }

    @Test
    void refuses_ports_as_parameters_where_the_parts_get_a_header() throws InvalidMessageException {
        ShortMessage.Builder ported = message().text("a".repeat(161)).tlv(0x020B, new byte[2]);
        assertRefused("tlvs", GENERIC, ported).contains("0x020B", "userDataHeader");
        assertTaken(GENERIC, message().tlv(0x020B, new byte[2]));
        assertTaken(GENERIC.toBuilder().longMessages(LongMessages.SAR).build(), ported);
    }

    @Test
    void counts_with_the_room_of_the_way_that_is_used() throws InvalidMessageException {
        ShortMessage.Builder longer = message().text("a".repeat(306));
        assertThat(plan(GENERIC, longer).parts()).isEqualTo(2);
        Profile wide = GENERIC.toBuilder().longMessages(LongMessages.UDH_16).build();
        assertThat(plan(wide, longer)).hasToString("MessagePlan[dataCoding=0, parts=3, pdus=3]");
        Profile payload = GENERIC.toBuilder().longMessages(LongMessages.PAYLOAD).build();
        assertThat(plan(payload, longer)).hasToString("MessagePlan[dataCoding=0, parts=2, pdus=1]");
    }
}
