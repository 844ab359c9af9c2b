package org.smppra.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A report in exactly the provider's words. */
final class ReportText {
    private static final int REFERENCE_CHARACTERS = 20;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

    private ReportText() {}

    static String of(String messageId, Instant submitted, Instant done, Outcome outcome, String reference) {
        return "id:" + messageId + " sub:001 dlvrd:000 submit date:" + DATE.format(submitted) + " done date:"
                + DATE.format(done) + " stat:" + outcome.stat() + " err:" + outcome.err() + " text:"
                + reference.substring(0, Math.min(REFERENCE_CHARACTERS, reference.length()));
    }
}
