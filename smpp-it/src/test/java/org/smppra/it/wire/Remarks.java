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

    private static final String CALLED = "called=";

    private final List<Entry> entries;

    private record Entry(int tag, int from, String what) {
        static Entry of(String line) {
            String[] words = line.split(" ");
            return new Entry(Integer.decode(words[0]), Integer.parseInt(words[1]), words[2]);
        }

        boolean isAbout(Tlv tlv) {
            return tag == tlv.tag() && from <= tlv.value().length();
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

    /** The dissector's name for it. */
    String name(Tlv tlv, String name) {
        return entries.stream()
                .filter(entry -> entry.isAbout(tlv) && entry.what().startsWith(CALLED))
                .map(entry -> entry.what().substring(CALLED.length()))
                .findFirst()
                .orElse(name);
    }

    /** Whether the dissector loses its way in it. */
    boolean misread(Tlv tlv) {
        return has("misread", tlv);
    }

    /** Whether the dissector shows no value. */
    boolean hidden(Tlv tlv) {
        return has("hidden", tlv);
    }

    private boolean has(String what, Tlv tlv) {
        return entries.stream()
                .anyMatch(entry -> entry.isAbout(tlv) && entry.what().equals(what));
    }
}
