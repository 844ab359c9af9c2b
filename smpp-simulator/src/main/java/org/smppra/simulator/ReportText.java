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

    /** A minute since 1970, and how it is written. */
    private record Minute(long number, String text) {
        static Minute of(Instant instant) {
            return new Minute(Math.floorDiv(instant.getEpochSecond(), 60), DATE.format(instant));
        }
    }

    /** Most reports of a moment have the same dates. */
    private volatile Minute submitted = Minute.of(Instant.EPOCH);

    private volatile Minute done = Minute.of(Instant.EPOCH);

    String of(ReportOrder order, MessageOutcome said, Instant doneAt) {
        return "id:" + order.messageId() + " sub:001 dlvrd:000 submit date:" + submitDate(order.submittedAt())
                + " done date:" + doneDate(doneAt) + " stat:"
                + said.stat() + " err:" + said.err() + " text:"
                + order.reference().map(ReportText::shortened).orElse("");
    }

    private String submitDate(Instant at) {
        Minute known = submitted;
        if (known.number != Math.floorDiv(at.getEpochSecond(), 60)) {
            known = Minute.of(at);
            submitted = known;
        }
        return known.text;
    }

    private String doneDate(Instant at) {
        Minute known = done;
        if (known.number != Math.floorDiv(at.getEpochSecond(), 60)) {
            known = Minute.of(at);
            done = known;
        }
        return known.text;
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
