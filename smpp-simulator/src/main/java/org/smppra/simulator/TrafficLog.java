package org.smppra.simulator;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Address;
import org.smppra.message.Octets;

/** One line for each thing that happens. Numbers are masked and texts left out unless content is to be shown. */
final class TrafficLog {
    private final @Nullable Consumer<String> sink;
    private final boolean content;

    TrafficLog(@Nullable Consumer<String> sink, boolean content) {
        this.sink = sink;
        this.content = content;
    }

    /** The line is made only if somebody reads it. */
    void say(String host, Supplier<String> line) {
        if (sink != null) {
            sink.accept(LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS) + " " + host + " " + line.get());
        }
    }

    String show(Address address) {
        return content ? address.value() : address.toString();
    }

    String show(Octets text) {
        return content ? "\"" + text.toLatin1() + "\"" : text.toString();
    }
}
