package org.smppra.simulator.tool;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Lines on the console, each with the time. */
final class Output {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final PrintStream out;

    Output(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(TIME.format(LocalTime.now()) + " " + clean(line));
    }

    /** A client's octets must not steer the terminal. */
    private static String clean(String line) {
        StringBuilder text = new StringBuilder(line.length());
        line.codePoints().map(c -> Character.isISOControl(c) ? '.' : c).forEach(text::appendCodePoint);
        return text.toString();
    }
}
