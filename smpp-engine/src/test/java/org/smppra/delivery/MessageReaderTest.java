package org.smppra.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.smppra.ReceivedMessage;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.profile.Profile;

class MessageReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final int UDHI = 0x40;
    /** "hellohello" in septets. */
    private static final String PACKED = "e8329bfd4697d9ec37";

    private static ReceivedMessage read(Profile profile, int esmClass, String userData, Tlvs tlvs) {
        MessageReader reader = new MessageReader(profile, "shop");
        return reader.read(reader.part(Inbox.message(esmClass, 0, Octets.ofHex(userData), tlvs)), NOW);
    }

    @Test
    void unpacks_septets_where_the_profile_says_so_and_nowhere_else() {
        Profile octets = Profile.named("generic");
        Profile septets = octets.toBuilder().packsSeptets(true).build();
        assertThat(read(septets, 0, PACKED, Tlvs.empty()).text()).contains("hellohello");
        assertThat(read(octets, 0, PACKED, Tlvs.empty()).text())
                .isPresent()
                .get()
                .asString()
                .hasSize(9)
                .doesNotContain("hello");
    }

    /** A header of a Turkish single shift and a Portuguese locking shift table. */
    @Test
    void reads_the_national_tables_that_the_header_names() {
        assertThat(read(Profile.named("gatewayapi"), UDHI, "03240101" + "1b53" + "1b73", Tlvs.empty())
                        .text())
                .contains("Şş");
        assertThat(read(Profile.named("gatewayapi"), UDHI, "03250103" + "0b0c", Tlvs.empty())
                        .text())
                .contains("Ôô");
    }

    @Test
    void reads_the_text_in_message_payload() {
        Tlvs payload = Tlvs.empty().with(Tlv.MESSAGE_PAYLOAD, Octets.ofLatin1("YES"));
        assertThat(read(Profile.named("gatewayapi"), 0, "", payload).text()).contains("YES");
    }
}
