package org.smppra.simulator.tool.log;

import java.nio.charset.StandardCharsets;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.pdu.MessagePdu;
import org.smppra.text.Gsm0338;

/** What a line shows of numbers and texts. */
public record Content(boolean shown) {
    private static final int LONGEST = 160;
    /** SMPP 3.4 section 5.2.12: an SMSC delivery receipt. */
    private static final int REPORT = 0x04;

    public String number(Address address) {
        if (address.value().isEmpty()) {
            return "-";
        }
        if (shown) {
            return address.value();
        }
        String masked = address.toString();
        return masked.substring(masked.lastIndexOf('/') + 1);
    }

    public String text(MessagePdu message) {
        Octets body = message.userData();
        return shown ? "\"" + shortened(read(message.dataCoding(), body)) + "\"" : "(" + body + ")";
    }

    /** A report's text holds no number; behind "text:" stands the application's reference. */
    String report(MessagePdu report) {
        String text = report.userData().toLatin1();
        int reference = text.indexOf(" text:");
        return shown || reference < 0 ? shortened(text) : text.substring(0, reference);
    }

    static boolean isReport(MessagePdu message) {
        return (message.esmClass() & REPORT) != 0;
    }

    private static String read(int dataCoding, Octets body) {
        return switch (dataCoding) {
            case 8, 24 -> new String(body.toByteArray(), StandardCharsets.UTF_16BE);
            case 4 -> body.toHex();
            case 0, 240 -> Gsm0338.decode(body);
            default -> body.toLatin1();
        };
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
