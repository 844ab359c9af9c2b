package org.smppra.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.smppra.ReceiptError;

/**
 * How a provider's err field (SMPP 3.4 appendix B) is read: its text, and the provider's own code and meanings where the
 * profile knows them.
 */
public final class ErrorTable {
    private static final ErrorTable RAW = new ErrorTable(Map.of(), 0);

    /** GatewayAPI prints the lower 12 bits of a code 0x1xxx in base 10. */
    private static final int GATEWAYAPI_BASE = 0x1000;

    private static final int MAX_DIGITS = 5;

    private final Map<Integer, List<String>> meanings;
    private final int base;

    private ErrorTable(Map<Integer, List<String>> meanings, int base) {
        this.meanings = meanings;
        this.base = base;
    }

    /** Keeps the text as it came and knows no code. */
    public static ErrorTable raw() {
        return RAW;
    }

    /** Codes are 0x1000 and the number in err, up to 0x1FFF. */
    public static ErrorTable gatewayapi() {
        return Gatewayapi.TABLE;
    }

    /** The error of an err field; empty for none, which is a blank field or a zero of any length. Never throws. */
    public Optional<ReceiptError> read(String err) {
        String text = err.strip();
        if (isZero(text)) {
            return Optional.empty();
        }
        OptionalInt number = base == 0 ? OptionalInt.empty() : number(text);
        if (number.isEmpty() || number.getAsInt() >= base) {
            return Optional.of(ReceiptError.of(text, null, List.of()));
        }
        int code = base + number.getAsInt();
        return Optional.of(ReceiptError.of(text, code, meanings.getOrDefault(code, List.of())));
    }

    private static boolean isZero(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static OptionalInt number(String text) {
        boolean sound = text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return sound ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** Read on first use. */
    private static final class Gatewayapi {
        private static final ErrorTable TABLE = new ErrorTable(load("gatewayapi-errors.txt"), GATEWAYAPI_BASE);
    }

    private static Map<Integer, List<String>> load(String resource) {
        try (InputStream in = ErrorTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing beside its class");
            }
            Map<Integer, List<String>> table = new HashMap<>();
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int blank = line.indexOf(' ');
                    int code = Integer.parseInt(line.substring(0, blank), 16);
                    table.put(code, List.of(line.substring(blank + 1).split(" \\| ", -1)));
                }
            }
            return Map.copyOf(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
