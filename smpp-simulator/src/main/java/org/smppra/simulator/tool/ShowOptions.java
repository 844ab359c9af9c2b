package org.smppra.simulator.tool;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.smppra.simulator.tool.log.Content;
import org.smppra.simulator.tool.log.PduLog;
import picocli.CommandLine.Option;

/** What is written, and how much of it. */
final class ShowOptions {
    @Option(
            names = "--show-content",
            description = "Show phone numbers and texts; without it numbers are masked and texts are hidden.")
    private boolean showContent;

    @Option(names = "--quiet", description = "No line a message and report.")
    private boolean quiet;

    @Option(
            names = "--pdu-log",
            paramLabel = "FILE",
            description = "Write every PDU in and out, field by field, to this file, or with - to the console.")
    private @Nullable String file;

    @Option(
            names = "--pdu-log-size",
            paramLabel = "MB",
            defaultValue = "10",
            description = "When the file is full it becomes FILE.1, FILE.1 becomes FILE.2; ${DEFAULT-VALUE}.")
    private int megabytes;

    @Option(
            names = "--pdu-log-files",
            paramLabel = "COUNT",
            defaultValue = "5",
            description = "So many files are kept; ${DEFAULT-VALUE}.")
    private int files;

    boolean isQuiet() {
        return quiet;
    }

    Content content() {
        return new Content(showContent);
    }

    /** Null if none is wanted. */
    @Nullable
    PduLog openPduLog(PrintStream console) throws IOException {
        if (file == null) {
            return null;
        }
        if (megabytes < 1 || files < 1) {
            throw new IllegalArgumentException("--pdu-log-size and --pdu-log-files must be 1 or more");
        }
        return file.equals("-")
                ? PduLog.toConsole(console, content())
                : PduLog.toFile(Path.of(file), (long) megabytes << 20, files, content());
    }
}
