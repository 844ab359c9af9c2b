package org.smppra.simulator.tool.log;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Lines on the console, each with the time; the newest are kept for the status page. */
public final class Output {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final int KEPT = 200;

    private final PrintStream out;
    private final Recent<String> recent = new Recent<>(KEPT);

    public Output(PrintStream out) {
        this.out = out;
    }

    /** Without the control characters in it: a client's octets must not steer the terminal. */
    public void say(String words) {
        String line = line(words);
        recent.add(line);
        out.println(line);
    }

    /** The newest lines, the newest first. */
    public List<String> recent() {
        return recent.newest(KEPT);
    }

    private static String line(String words) {
        return TIME.format(LocalTime.now()) + " " + clean(words);
    }

    static String clean(String words) {
        StringBuilder text = new StringBuilder(words.length());
        words.codePoints().map(c -> Character.isISOControl(c) ? '.' : c).forEach(text::appendCodePoint);
        return text.toString();
    }
}
