package org.smppra.it.engine;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** All that the product logs, at every level, while it is open. */
final class Logged implements AutoCloseable {
    private record Line(Level level, String text) {}

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final LogTap.Listener listener;

    /** @param told of each line, on the thread that logs it */
    Logged(Consumer<String> told) {
        listener = (level, text) -> {
            lines.add(new Line(level, text));
            told.accept(text);
        };
        LogTap.add(listener);
    }

    Logged() {
        this(line -> {});
    }

    /** With stack traces. */
    List<String> lines() {
        return lines.stream().map(Line::text).toList();
    }

    List<String> warnings() {
        return lines.stream()
                .filter(line -> line.level().getSeverity() >= Level.WARNING.getSeverity())
                .map(Line::text)
                .toList();
    }

    @Override
    public void close() {
        LogTap.remove(listener);
    }
}
