package org.smppra.it.foreign;

import java.util.ArrayList;
import java.util.List;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.SubmitSm;

/** PDUs that several tests send. */
final class Messages {
    /** From the provider's page. */
    static final String RECEIPT = "id:1390125333 sub:001 dlvrd:000 submit date:2011181145 done date:2011181145"
            + " stat:UNDELIV err:019 text:order-4711";

    private Messages() {}

    static DeliverSm mobileOriginated() {
        return delivered(0, 8, Octets.ofHex("041f04400438043204350442"), Tlvs.empty());
    }

    static DeliverSm receipt() {
        return delivered(
                4,
                0,
                Octets.ofLatin1(RECEIPT),
                Tlvs.empty().with(Tlv.RECEIPTED_MESSAGE_ID, "1390125333").with(Tlv.MESSAGE_STATE, 5));
    }

    private static DeliverSm delivered(int esmClass, int dataCoding, Octets body, Tlvs tlvs) {
        return new DeliverSm(
                "",
                Address.international("4587654321"),
                Address.international("451204"),
                esmClass,
                0,
                0,
                "",
                "",
                0,
                0,
                dataCoding,
                0,
                body,
                tlvs);
    }

    static SubmitSm submit(String number, Octets body, Tlvs tlvs) {
        return submit(number, 0, 0, body, tlvs);
    }

    static SubmitSm submit(String number, int esmClass, int dataCoding, Octets body, Tlvs tlvs) {
        return new SubmitSm(
                "",
                Address.sender("Shop"),
                Address.international(number),
                esmClass,
                0,
                1,
                "",
                "000000030000000R",
                1,
                0,
                dataCoding,
                0,
                body,
                tlvs);
    }

    static Tlvs without(Tlvs tlvs, int tag) {
        List<Tlv> others = new ArrayList<>();
        tlvs.forEach(tlv -> {
            if (tlv.tag() != tag) {
                others.add(tlv);
            }
        });
        return Tlvs.of(others);
    }
}
