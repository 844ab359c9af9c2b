package org.smppra.simulator.tool.log;

import java.time.Instant;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.SubmitSm;
import org.smppra.simulator.BindType;
import org.smppra.simulator.BindView;

final class TestPdus {
    static final BindView BIND =
            new BindView("a", "shop", BindType.TRANSCEIVER, "127.0.0.1:5", false, 0x34, Instant.EPOCH);

    private TestPdus() {}

    static SubmitSm message(String text) {
        Tlvs tlvs = Tlvs.empty()
                .with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1("order-1"))
                .with(Tlv.SOURCE_PORT, 5000);
        return new SubmitSm(
                "",
                Address.alphanumeric("Shop"),
                Address.international("4512345678"),
                0,
                0,
                0,
                "",
                "",
                1,
                0,
                0,
                0,
                Octets.ofLatin1(text),
                tlvs);
    }

    static DeliverSm report(String text) {
        return new DeliverSm(
                "",
                Address.international("4512345678"),
                Address.alphanumeric("Shop"),
                4,
                0,
                0,
                "",
                "",
                0,
                0,
                0,
                0,
                Octets.ofLatin1(text),
                Tlvs.empty());
    }
}
