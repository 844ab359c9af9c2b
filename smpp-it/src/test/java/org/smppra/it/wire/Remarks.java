package org.smppra.it.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.smppra.message.Tlv;

/** What the dissector may remark: the list in remarks.txt. */
final class Remarks {
    /** The one that follows from a misread parameter. */
    static final String MALFORMED = "Expert Info (Error/Malformed): Malformed Packet (Exception occurred)";

    private final List<Entry> entries;

    private record Entry(int tag, int from, String what) {
        static Entry of(String line) {
            String[] words = line.split("\\s+", 4);
            return new Entry(Integer.decode(words[0]), Integer.parseInt(words[1]), words[2]);
        }
    }

    private Remarks(List<Entry> entries) {
        this.entries = entries;
    }

    static Remarks load() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Remarks.class.getResourceAsStream("remarks.txt")), StandardCharsets.UTF_8))) {
            return new Remarks(reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Entry::of)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the dissector has no name for it. */
    boolean unnamed(Tlv tlv) {
        return has("unnamed", tlv);
    }

    /** Whether the dissector loses its way in it. */
    boolean misread(Tlv tlv) {
        return has("misread", tlv);
    }

    private boolean has(String what, Tlv tlv) {
        return entries.stream()
                .anyMatch(entry -> entry.what().equals(what)
                        && entry.tag() == tlv.tag()
                        && entry.from() <= tlv.value().length());
    }
}
