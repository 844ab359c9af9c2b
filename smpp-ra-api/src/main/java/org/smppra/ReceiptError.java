package org.smppra;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Why a message was not delivered, as a receipt says it. */
public final class ReceiptError implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final @Nullable Integer code;
    private final List<String> meanings;

    private ReceiptError(String text, @Nullable Integer code, List<String> meanings) {
        this.text = Objects.requireNonNull(text, "text");
        this.code = code;
        this.meanings = List.copyOf(meanings);
    }

    /** For the engine and for tests; {@code code} is null where the text names none that the profile knows how to read. */
    public static ReceiptError of(String text, @Nullable Integer code, List<String> meanings) {
        return new ReceiptError(text, code, meanings);
    }

    /** The err field as it came, such as {@code 019}. */
    public String text() {
        return text;
    }

    /** The provider's own code, such as 0x1013 for {@code 019} at GatewayAPI; empty where it cannot be told. */
    public OptionalInt code() {
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /** The provider's words for the code; several where the provider uses one code for several things. */
    public List<String> meanings() {
        return meanings;
    }

    @Override
    public String toString() {
        return (code == null ? text : String.format("%s (0x%04X)", text, code))
                + (meanings.isEmpty() ? "" : " " + String.join(" / ", meanings));
    }
}
