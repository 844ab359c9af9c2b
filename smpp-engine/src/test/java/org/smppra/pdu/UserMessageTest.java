package org.smppra.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;

class UserMessageTest {
    private static final Octets SHORT = Octets.ofLatin1("short");
    private static final Octets LONG = Octets.ofLatin1("long");
    private static final Tlvs PAYLOAD = Tlvs.empty().with(Tlv.MESSAGE_PAYLOAD, LONG);

    private static UserMessage deliver(Octets text, Tlvs tlvs) {
        return new DeliverSm("", Address.none(), Address.none(), 0, 0, 0, "", "", 0, 0, 0, 0, text, tlvs);
    }

    private static UserMessage data(Tlvs tlvs) {
        return new DataSm("", Address.none(), Address.none(), 0, 0, 0, tlvs);
    }

    @Test
    void user_data_is_the_short_message_or_the_payload() {
        assertThat(deliver(SHORT, Tlvs.empty()).userData()).isEqualTo(SHORT);
        assertThat(deliver(SHORT, PAYLOAD).userData()).isEqualTo(SHORT);
        assertThat(deliver(Octets.empty(), PAYLOAD).userData()).isEqualTo(LONG);
        assertThat(deliver(Octets.empty(), Tlvs.empty()).userData()).isEqualTo(Octets.empty());
        assertThat(data(PAYLOAD).userData()).isEqualTo(LONG);
        assertThat(data(Tlvs.empty()).userData()).isEqualTo(Octets.empty());
    }

    @Test
    void no_password_is_shown() {
        assertThat(new Outbind("smsc", "secret")).hasToString("Outbind[systemId=smsc]");
        assertThat(new BindReceiver("id", "secret", "", 0x34, 0, 0, "").toString())
                .doesNotContain("secret");
    }
}
