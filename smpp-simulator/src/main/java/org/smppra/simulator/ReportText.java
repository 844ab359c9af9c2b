package org.smppra.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.smppra.message.Octets;

/** The text of a report, letter for letter as on the provider's page. */
final class ReportText {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int REFERENCE_LENGTH = 20;

    private ReportText() {}

    static String of(ReportOrder order, MessageOutcome said, Instant doneAt) {
        return "id:" + order.messageId() + " sub:001 dlvrd:000 submit date:" + DATE.format(order.submittedAt())
                + " done date:" + DATE.format(doneAt) + " stat:"
                + said.stat() + " err:" + said.err() + " text:"
                + order.reference().map(ReportText::shortened).orElse("");
    }

    /** The first 20 characters; a NUL at the end, which some clients send, is none of them. */
    private static String shortened(Octets reference) {
        String text = reference.toLatin1();
        if (text.endsWith("\0")) {
            text = text.substring(0, text.length() - 1);
        }
        return text.length() > REFERENCE_LENGTH ? text.substring(0, REFERENCE_LENGTH) : text;
    }
}
