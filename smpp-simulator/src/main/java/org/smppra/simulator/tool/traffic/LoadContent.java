package org.smppra.simulator.tool.traffic;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.smppra.message.Address;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.simulator.Simulator;

/** What the load consists of: reports of messages that nobody submitted, and short messages from made-up numbers. */
final class LoadContent {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Address SHORT_CODE = Address.international("1204");

    private int number;

    void sendReport(Simulator simulator, String systemId) {
        String reference = next();
        String date = DATE.format(Instant.now());
        // Ten digits as all ids have; 9 in front, as no real one has.
        String text = String.format(
                Locale.ROOT,
                "id:9%09d sub:001 dlvrd:000 submit date:%s done date:%s stat:DELIVRD err:000 text:%s",
                number,
                date,
                date,
                reference);
        simulator.sendReport(systemId, text, Tlvs.empty().with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1(reference)));
    }

    void sendMessage(Simulator simulator, String systemId) {
        String text = next();
        Address from = Address.international("4500" + String.format(Locale.ROOT, "%06d", number % 1_000_000));
        simulator.sendMessage(systemId, from, SHORT_CODE, DataCoding.DEFAULT, Octets.ofLatin1(text));
    }

    private String next() {
        number = number == 999_999_999 ? 1 : number + 1;
        return "load-" + number;
    }
}
