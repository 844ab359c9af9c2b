package org.smppra.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.profile.Profile;

class ReassemblyTest {
    private static final int LARGE = 60_000;

    @Test
    void what_a_part_carries_beside_its_text_counts_too() {
        Reassembly reassembly = new Reassembly(new ReassemblySettings(1_000, 1 << 20, 1_000, true));
        MessageReader reader = new MessageReader(Profile.named("generic"), "shop");
        Tlvs large = Tlvs.empty().with(Tlv.CALLBACK_NUM.tag(), Octets.of(new byte[LARGE]));
        for (int i = 0; i < 100; i++) {
            Octets part = Octets.ofHex(String.format("050003%02x020141", i));
            MessagePart read = reader.part(Inbox.message(0x40, 0, part, large));
            reassembly.add(read, read.place(), new DueAnswer(status -> {}, link -> false, 0, new AtomicInteger()), 0);
        }
        assertThat(reassembly.incomplete()).isEqualTo((1 << 20) / (LARGE + 7));
    }
}
