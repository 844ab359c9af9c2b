package org.smppra.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes every line of the server to a file, and shows those that tell of progress or of trouble. */
final class ServerLog implements AutoCloseable {
    private static final int LAST = 20;
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");
    private static final Pattern LINE =
            Pattern.compile("(\\d\\d:\\d\\d:\\d\\d),\\d{3} (\\w+) +\\[([^\\]]+)\\] \\(.*?\\) (.*)");
    private static final Pattern PROGRESS = Pattern.compile("WFLYSRV0(049|010|009|025|026|050): .*");
    /** Each server that was never configured says so; it is no trouble here. */
    private static final Pattern KNOWN = Pattern.compile("WFLYELY00023: .*|WFLYELY01084: .*");

    private final Path file;
    private final PrintWriter whole;
    private final Console console;
    private final Deque<String> last = new ArrayDeque<>();

    ServerLog(Path file, Console console) throws IOException {
        this.file = file;
        this.whole = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), true);
        this.console = console;
    }

    synchronized void line(String coloured) {
        String line = COLOUR.matcher(coloured).replaceAll("");
        whole.println(line);
        last.addLast(line);
        if (last.size() > LAST) {
            last.removeFirst();
        }
        Matcher parts = LINE.matcher(line);
        if (parts.matches() && isOfInterest(parts.group(2), parts.group(3), parts.group(4))) {
            console.show("server", parts.group(1) + " " + parts.group(2) + " " + parts.group(4));
        }
    }

    /** The frames of a stack trace are for the file. */
    static boolean isOfInterest(String level, String category, String message) {
        boolean trouble = List.of("WARN", "ERROR", "FATAL").contains(level) && !category.equals("stderr");
        return PROGRESS.matcher(message).matches()
                || category.startsWith("org.smppra")
                || (trouble && !KNOWN.matcher(message).matches());
    }

    synchronized void showLast() {
        last.forEach(line -> console.show("server", line));
    }

    Path file() {
        return file;
    }

    @Override
    public synchronized void close() {
        whole.close();
    }
}
