package org.smppra.benchmark;

import org.smppra.ShortMessage;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.SubmitSm;

/** The one message that all engines send: the same octets from each. */
final class Sample {
    static final String FROM = "4510203040";
    static final String TO = "4550607080";
    static final String TEXT =
            "Your parcel is waiting at the shop around the corner; bring the code 482 913 and a photo id, please.";
    static final String SYSTEM_ID = "bench";
    static final String PASSWORD = "secret";
    static final int WINDOW = 256;

    private Sample() {}

    static ShortMessage message() {
        return ShortMessage.to(TO).from(FROM).text(TEXT).build();
    }

    static SubmitSm request() {
        return new SubmitSm(
                "",
                Address.international(FROM),
                Address.international(TO),
                0,
                0,
                0,
                "",
                "",
                0,
                0,
                0,
                0,
                Octets.ofLatin1(TEXT),
                Tlvs.empty());
    }
}
