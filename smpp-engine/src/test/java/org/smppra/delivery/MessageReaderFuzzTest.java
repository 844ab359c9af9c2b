package org.smppra.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.ReceivedMessage;
import org.smppra.fuzz.Allocation;
import org.smppra.fuzz.DeliverBody;
import org.smppra.message.Octets;
import org.smppra.pdu.DeliverSm;
import org.smppra.profile.Profile;

class MessageReaderFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final MessageReader READER = new MessageReader(Profile.named("generic"), "shop");

    @MethodSource("org.smppra.fuzz.Seeds#deliverBodies")
    @FuzzTest
    void any_deliver_sm_is_read_as_a_message_or_a_part(byte[] octets) throws Exception {
        DeliverSm message = DeliverBody.read(octets).orElse(null);
        if (message == null) {
            return;
        }
        ReceivedMessage read = Allocation.atMost(16_384 + 64L * octets.length, () -> whole(message));
        assertThat(joined(read)).isEqualTo(message.userData());
        assertThat(read.from()).isEqualTo(message.source());
        assertThat(read.to()).isEqualTo(message.destination());
        assertThat(read.tlvs()).isEqualTo(message.tlvs());
        assertThat(whole(message).deduplicationKey())
                .isEqualTo(read.deduplicationKey())
                .hasSize(40);
        for (DeliverSm other : DeliverBody.othersLike(message)) {
            assertThat(whole(other).deduplicationKey()).isNotEqualTo(read.deduplicationKey());
        }
        is_read_as_a_part_too(READER.part(message));
    }

    private static void is_read_as_a_part_too(MessagePart part) {
        if (part.place() != null) {
            assertThat(part.place().number()).isBetween(1, part.place().total());
            assertThat(part.place().total()).isBetween(2, 255);
        }
        ReceivedMessage twice = READER.read(List.of(part, part), true, NOW);
        assertThat(twice.incomplete()).isTrue();
        assertThat(twice.userData().toHex())
                .isEqualTo(part.body().body().toHex().repeat(2));
    }

    private static ReceivedMessage whole(DeliverSm message) {
        return READER.read(READER.part(message), NOW);
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
