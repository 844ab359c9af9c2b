package org.smppra.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smppra.DeliveryReceipt;
import org.smppra.MessageState;
import org.smppra.message.Address;
import org.smppra.message.MessageId;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;
import org.smppra.profile.Profile;

class ReceiptReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private final ReceiptReader reader = new ReceiptReader(Profile.named("gatewayapi"), "shop");

    private static DeliverSm deliver(int esmClass, String text, Tlvs tlvs) {
        return new DeliverSm(
                "",
                Address.international("4512345678"),
                Address.alphanumeric("Shop"),
                esmClass,
                0,
                0,
                "",
                "",
                0,
                0,
                0,
                0,
                Octets.ofLatin1(text),
                tlvs);
    }

    private DeliveryReceipt read(String text, Tlvs tlvs) {
        return reader.read(deliver(4, text, tlvs), NOW);
    }

    /** The provider's page, first example. */
    @Test
    void reads_the_providers_delivered_receipt() {
        DeliveryReceipt receipt = read(
                "id:1390125333 sub:001 dlvrd:000 submit date:2011181054 done date:2011181054 stat:DELIVRD err:000"
                        + " text:user_message_reference",
                Tlvs.empty());
        assertThat(receipt.messageId()).isEqualTo(MessageId.of("1390125333"));
        assertThat(receipt.state()).isEqualTo(MessageState.DELIVERED);
        assertThat(receipt.isFinal()).isTrue();
        assertThat(receipt.error()).isEmpty();
        assertThat(receipt.submittedAt()).contains(Instant.parse("2020-11-18T10:54:00Z"));
        assertThat(receipt.doneAt()).contains(Instant.parse("2020-11-18T10:54:00Z"));
        assertThat(receipt.reference()).contains("user_message_reference");
        assertThat(receipt.account()).isEqualTo("shop");
    }

    /** The provider's page, second example. */
    @Test
    void reads_the_providers_undelivered_receipt_and_its_error() {
        DeliveryReceipt receipt = read(
                "id:1390125333 sub:001 dlvrd:000 submit date:2011181145 done date:2011181145 stat:UNDELIV err:019"
                        + " text:user_message_reference",
                Tlvs.empty());
        assertThat(receipt.state()).isEqualTo(MessageState.UNDELIVERABLE);
        assertThat(receipt.stateText()).isEqualTo("UNDELIV");
        assertThat(receipt.error().orElseThrow().code()).hasValue(0x1013);
        assertThat(receipt.error().orElseThrow().meanings()).containsExactly("absent subscriber");
    }

    @Test
    void takes_the_whole_reference_from_the_parameter_and_not_what_the_text_has_left_of_it() {
        String whole = "a reference that is longer than 20 characters";
        DeliveryReceipt receipt = read(
                "id:1 stat:DELIVRD err:000 text:a reference that is ",
                Tlvs.empty().with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1(whole + "\0")));
        assertThat(receipt.reference()).contains(whole);
        assertThat(receipt.submissionId()).isEmpty();
    }

    @Test
    void finds_our_own_id_in_the_reference() {
        DeliveryReceipt receipt = read("id:1 stat:DELIVRD text:01K4ZX7M9Q0000000001", Tlvs.empty());
        assertThat(receipt.submissionId()).contains("01K4ZX7M9Q0000000001");
    }

    @Test
    void prefers_the_parameters_to_the_text() {
        DeliveryReceipt receipt = read(
                "id:77 stat:DELIVRD",
                Tlvs.empty()
                        .with(Tlv.RECEIPTED_MESSAGE_ID.tag(), Octets.ofLatin1("4d\0"))
                        .with(Tlv.MESSAGE_STATE.tag(), Octets.ofHex("05")));
        assertThat(receipt.messageId()).isEqualTo(MessageId.of("4d"));
        assertThat(receipt.state()).isEqualTo(MessageState.UNDELIVERABLE);
        assertThat(receipt.stateText()).isEqualTo("DELIVRD");
    }

    /** Jasmin's log of one provider: the text in message_payload, with a NUL, and the id in hexadecimal beside it. */
    @Test
    void reads_the_text_in_message_payload() {
        DeliveryReceipt receipt = read(
                "",
                Tlvs.empty()
                        .with(Tlv.RECEIPTED_MESSAGE_ID.tag(), Octets.ofLatin1("6aad5\0"))
                        .with(
                                Tlv.MESSAGE_PAYLOAD,
                                Octets.ofLatin1("id:0000436949 submit date:1504211508 done date:1504211508"
                                        + " stat:DELIVRD err:000\0")));
        assertThat(receipt.messageId()).isEqualTo(MessageId.of("6aad5"));
        assertThat(receipt.text()).startsWith("id:0000436949").endsWith("err:000");
        assertThat(receipt.state()).isEqualTo(MessageState.DELIVERED);
        assertThat(receipt.doneAt()).contains(Instant.parse("2015-04-21T15:08:00Z"));
    }

    @Test
    void reads_dates_in_the_zone_of_the_profile() {
        Profile danish = Profile.named("generic").toBuilder()
                .receiptTimeZone(ZoneId.of("Europe/Copenhagen"))
                .build();
        DeliveryReceipt receipt = new ReceiptReader(danish, "shop")
                .read(deliver(4, "id:1 submit date:2607011200 done date:260701120130 stat:DELIVRD", Tlvs.empty()), NOW);
        assertThat(receipt.submittedAt()).contains(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(receipt.doneAt()).contains(Instant.parse("2026-07-01T10:01:30Z"));
    }

    @Test
    void calls_final_what_the_profile_calls_final() {
        Profile strict = Profile.named("generic").toBuilder()
                .finalStates(EnumSet.of(MessageState.DELIVERED))
                .build();
        ReceiptReader strictReader = new ReceiptReader(strict, "shop");
        DeliverSm expired = deliver(4, "id:1 stat:EXPIRED", Tlvs.empty());
        assertThat(strictReader.read(expired, NOW).isFinal()).isFalse();
        assertThat(reader.read(expired, NOW).isFinal()).isTrue();
    }

    /** Nobody knows what they mean, but whoever wants them finds them as they came. */
    @Test
    void keeps_what_it_does_not_understand_as_it_came() {
        Tlvs vendor = Tlvs.empty()
                .with(0x1403, Octets.ofLatin1("23801\0"))
                .with(0x1454, Octets.ofHex("ff"))
                .with(Tlv.NETWORK_ERROR_CODE.tag(), Octets.ofLatin1("000"));
        DeliveryReceipt receipt = read("id:1 vendor:9 stat:DND_REJECTED err:21b text:a\0b", vendor);
        assertThat(receipt.state()).isEqualTo(MessageState.OTHER);
        assertThat(receipt.stateText()).isEqualTo("DND_REJECTED");
        assertThat(receipt.error().orElseThrow().text()).isEqualTo("21b");
        assertThat(receipt.tlvs()).isEqualTo(vendor);
        assertThat(receipt.text()).isEqualTo("id:1 vendor:9 stat:DND_REJECTED err:21b text:a\0b");
        assertThat(receipt.reference()).contains("a\0b");
    }

    @Test
    void keeps_what_is_no_receipt_text_as_it_came() {
        DeliveryReceipt receipt = read("00,0210021543,0210021500,,447887123456", Tlvs.empty());
        assertThat(receipt.text()).isEqualTo("00,0210021543,0210021500,,447887123456");
        assertThat(receipt.messageId()).isEqualTo(MessageId.of(""));
        assertThat(receipt.isFinal()).isFalse();
    }

    @Test
    void is_the_same_for_a_redelivery_and_another_for_another_state() {
        DeliveryReceipt once = read("id:1 done date:2011181145 stat:ENROUTE", Tlvs.empty());
        DeliveryReceipt again = read("id:1 done date:2011181145 stat:ENROUTE", Tlvs.empty());
        DeliveryReceipt later = read("id:1 done date:2011181145 stat:DELIVRD", Tlvs.empty());
        assertThat(again.deduplicationKey()).isEqualTo(once.deduplicationKey());
        assertThat(later.deduplicationKey()).isNotEqualTo(once.deduplicationKey());
    }

    @Test
    void two_receipts_that_name_no_message_have_keys_of_their_own() {
        DeliveryReceipt one = read("00,0210021543,0210021500,,447887123456", Tlvs.empty());
        DeliveryReceipt other = read("00,0210021544,0210021500,,447887123457", Tlvs.empty());
        assertThat(one.deduplicationKey()).isNotEqualTo(other.deduplicationKey());
    }

    @Test
    void tells_a_receipt_from_a_message_by_the_message_type() {
        assertThat(reader.isReceipt(deliver(0x04, "", Tlvs.empty()))).isTrue();
        assertThat(reader.isReceipt(deliver(0x24 & ~4, "", Tlvs.empty()))).isTrue();
        assertThat(reader.isReceipt(deliver(0xC4, "", Tlvs.empty()))).isTrue();
        assertThat(reader.isReceipt(deliver(0x00, "id:1 stat:DELIVRD", Tlvs.empty())))
                .isFalse();
        assertThat(reader.isReceipt(deliver(0x40, "", Tlvs.empty()))).isFalse();
    }

    /** Some SMSCs forget the message type. */
    @Test
    void tells_a_receipt_by_the_id_of_its_message_where_the_type_says_nothing() {
        Tlvs id = Tlvs.empty().with(Tlv.RECEIPTED_MESSAGE_ID.tag(), Octets.ofLatin1("1\0"));
        assertThat(reader.isReceipt(deliver(0x00, "stat:DELIVRD", id))).isTrue();
    }

    @Test
    void a_profile_can_say_that_the_message_type_alone_makes_a_receipt() {
        Profile strict =
                Profile.named("generic").toBuilder().receiptByMessageId(false).build();
        Tlvs id = Tlvs.empty().with(Tlv.RECEIPTED_MESSAGE_ID.tag(), Octets.ofLatin1("1\0"));
        assertThat(new ReceiptReader(strict, "shop").isReceipt(deliver(0x00, "hello", id)))
                .isFalse();
        assertThat(new ReceiptReader(strict, "shop").isReceipt(deliver(0x04, "hello", id)))
                .isTrue();
    }

    @Test
    void a_parameter_that_says_nothing_hides_nothing_and_makes_no_receipt() {
        for (String empty : List.of("", "\0", " \0")) {
            Tlvs nothing = Tlvs.empty()
                    .with(Tlv.RECEIPTED_MESSAGE_ID.tag(), Octets.ofLatin1(empty))
                    .with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1(empty));
            DeliveryReceipt receipt = read("id:77 stat:DELIVRD text:order 4711", nothing);
            assertThat(receipt.messageId()).isEqualTo(MessageId.of("77"));
            assertThat(receipt.reference()).contains("order 4711");
            assertThat(reader.isReceipt(deliver(0x00, "hello", nothing))).isFalse();
        }
    }

    @Test
    void a_reference_with_a_letter_that_our_ids_do_not_have_is_none_of_them() {
        for (char letter : "ILOUa-".toCharArray()) {
            String reference = "01K4ZX7M9Q000000000" + letter;
            DeliveryReceipt receipt = read("id:1 stat:DELIVRD text:" + reference, Tlvs.empty());
            assertThat(receipt.reference()).contains(reference);
            assertThat(receipt.submissionId()).isEmpty();
        }
    }

    @Test
    void receipts_that_differ_only_in_the_state_of_the_parameter_are_two() {
        String key = read("id:1 stat:DELIVRD", Tlvs.empty()).deduplicationKey();
        assertThat(stated("id:1 stat:DELIVRD", 2)).isEqualTo(key);
        assertThat(List.of(
                        key,
                        stated("id:1 stat:DELIVRD", 5),
                        stated("id:1 stat:DELIVRD", 200),
                        stated("id:1 stat:DELIVRD", 201),
                        stated("id:1 stat:READ", 200),
                        stated("id:1", 200),
                        stated("id:1", 201),
                        stated("id:1", 2)))
                .doesNotHaveDuplicates();
    }

    private String stated(String text, int state) {
        return read(text, Tlvs.empty().with(Tlv.MESSAGE_STATE, state)).deduplicationKey();
    }
}
