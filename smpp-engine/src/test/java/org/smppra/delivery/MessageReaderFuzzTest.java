package org.smppra.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.ReceivedMessage;
import org.smppra.fuzz.Allocation;
import org.smppra.fuzz.DeliverBody;
import org.smppra.message.Octets;
import org.smppra.pdu.DeliverSm;

class MessageReaderFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final MessageReader READER = new MessageReader("shop");

    @MethodSource("org.smppra.fuzz.Seeds#deliverBodies")
    @FuzzTest
    void any_deliver_sm_is_read_as_a_message(byte[] octets) throws Exception {
        DeliverSm message = DeliverBody.read(octets).orElse(null);
        if (message == null) {
            return;
        }
        ReceivedMessage read = Allocation.atMost(16_384 + 64L * octets.length, () -> READER.read(message, NOW));
        assertThat(joined(read)).isEqualTo(message.userData());
        assertThat(read.from()).isEqualTo(message.source());
        assertThat(read.to()).isEqualTo(message.destination());
        assertThat(read.tlvs()).isEqualTo(message.tlvs());
        ReceivedMessage again = READER.read(message, NOW.plusSeconds(60));
        assertThat(again.deduplicationKey()).isEqualTo(read.deduplicationKey()).hasSize(40);
        for (DeliverSm other : DeliverBody.othersLike(message)) {
            assertThat(READER.read(other, NOW).deduplicationKey()).isNotEqualTo(read.deduplicationKey());
        }
    }

    /** Header and body as they came. */
    private static Octets joined(ReceivedMessage read) {
        return read.userDataHeader()
                .map(header -> Octets.ofHex(String.format("%02x", header.length())
                        + header.toHex()
                        + read.userData().toHex()))
                .orElse(read.userData());
    }
}
