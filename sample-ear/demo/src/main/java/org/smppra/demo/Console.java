package org.smppra.demo;

import java.io.PrintStream;
import java.util.List;

/** What the user reads: one line before each long step, and the children's lines with their names. */
final class Console {
    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        show("demo", line);
    }

    void show(String who, String line) {
        out.println("[" + who + "] " + line);
        out.flush();
    }

    void banner(List<String> lines) {
        String rule = "-".repeat(100);
        out.println(rule);
        lines.forEach(line -> out.println("  " + line));
        out.println(rule);
        out.flush();
    }
}
