package org.smppra.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What septets mean in a national language: 128 characters a table, 0 where there is none. 3GPP TS 23.038 section
 * 6.2.1.2 and annex A; read on first use.
 */
final class NationalTables {
    private static final Map<String, char[]> ALL = load("gsm0338-national.txt");

    private NationalTables() {}

    /** The table instead of the default alphabet; null if the language has none, or is not known. */
    static char @Nullable [] locking(int language) {
        return ALL.get("locking " + language);
    }

    /** The table instead of the extension table; null if the language has none, or is not known. */
    static char @Nullable [] single(int language) {
        return ALL.get("single " + language);
    }

    private static Map<String, char[]> load(String resource) {
        try (InputStream in = NationalTables.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing beside its class");
            }
            Map<String, char[]> tables = new HashMap<>();
            char[] table = new char[0];
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("locking") || line.startsWith("single")) {
                    table = new char[Gsm0338.SEPTETS];
                    tables.put(line.substring(0, line.lastIndexOf(' ')), table);
                } else if (!line.startsWith("#")) {
                    fill(table, line);
                }
            }
            return Map.copyOf(tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code 00-02:0981 0A:000A}: septets, and the code point of the first. */
    private static void fill(char[] table, String line) {
        for (String run : line.split(" ", -1)) {
            int colon = run.indexOf(':');
            int first = Integer.parseInt(run.substring(0, 2), 16);
            int last = Integer.parseInt(run.substring(colon - 2, colon), 16);
            int character = Integer.parseInt(run.substring(colon + 1), 16);
            for (int septet = first; septet <= last; septet++) {
                table[septet] = (char) (character + septet - first);
            }
        }
    }
}
