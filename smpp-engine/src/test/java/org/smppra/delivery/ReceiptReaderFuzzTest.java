package org.smppra.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.DeliveryReceipt;
import org.smppra.fuzz.Allocation;
import org.smppra.fuzz.DeliverBody;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.TlvKey;
import org.smppra.pdu.DeliverSm;
import org.smppra.profile.Profile;

class ReceiptReaderFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final List<ReceiptReader> READERS = List.of(
            new ReceiptReader(Profile.named("gatewayapi"), "shop"),
            new ReceiptReader(Profile.named("generic"), "shop"));

    @MethodSource("org.smppra.fuzz.Seeds#deliverBodies")
    @FuzzTest
    void any_deliver_sm_is_read_as_a_receipt(byte[] octets) throws Exception {
        DeliverSm message = DeliverBody.read(octets).orElse(null);
        if (message == null) {
            return;
        }
        for (ReceiptReader reader : READERS) {
            DeliveryReceipt receipt =
                    Allocation.atMostComparing(16_384 + 32L * octets.length, () -> reader.read(message, NOW));
            keeps_what_came(message, receipt);
            DeliveryReceipt again = reader.read(message, NOW.plusSeconds(60));
            assertThat(again.deduplicationKey()).isEqualTo(receipt.deduplicationKey());
            if (receipt.messageId().value().isEmpty()) {
                DeliverSm other = DeliverBody.otherText(message);
                assertThat(reader.read(other, NOW).deduplicationKey()).isNotEqualTo(receipt.deduplicationKey());
            }
        }
    }

    private static void keeps_what_came(DeliverSm message, DeliveryReceipt receipt) {
        String whole = message.userData().toLatin1();
        assertThat(whole).startsWith(receipt.text());
        assertThat(whole.substring(receipt.text().length()).chars()).allMatch(c -> c == 0 || c == ' ');
        assertThat(receipt.from()).isEqualTo(message.source());
        assertThat(receipt.to()).isEqualTo(message.destination());
        assertThat(receipt.tlvs()).isEqualTo(message.tlvs());
        assertThat(receipt.deduplicationKey()).hasSize(40);
        assertThat(whole).contains(receipt.stateText().equals(receipt.state().name()) ? "" : receipt.stateText());
        said(message, Tlv.RECEIPTED_MESSAGE_ID)
                .ifPresent(id -> assertThat(id).startsWith(receipt.messageId().value()));
        said(message, Tlv.USER_MESSAGE_REFERENCE).ifPresent(reference -> assertThat(reference)
                .startsWith(receipt.reference().orElseThrow()));
        receipt.submissionId().ifPresent(id -> assertThat(receipt.reference()).contains(id));
    }

    /** A parameter of NULs and blanks says nothing: then the text counts. */
    private static Optional<String> said(DeliverSm message, TlvKey<?> key) {
        return message.tlvs().first(key).map(Octets::toLatin1).filter(text -> text.chars()
                .anyMatch(c -> c != 0 && c != ' '));
    }
}
