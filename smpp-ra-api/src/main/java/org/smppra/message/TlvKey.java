package org.smppra.message;

import java.util.Optional;
import java.util.function.Function;

/**
 * A tag and the type of its value, such as {@link Tlv#SOURCE_PORT}. The factories make keys for a provider's own tags.
 *
 * <p>SMPP 3.4 section 5.3.2.
 *
 * @param <T> Integer for one or two octets, Long for four, String for a C-octet string, Octets for everything else
 */
public final class TlvKey<T> {
    private static final int LONGEST = 0xFFFF;

    private final int tag;
    private final String name;
    private final int min;
    private final int max;
    private final Function<Octets, T> reader;
    private final Function<T, Octets> writer;

    private TlvKey(int tag, String name, int min, int max, Function<Octets, T> reader, Function<T, Octets> writer) {
        this.tag = tag;
        this.name = name;
        this.min = min;
        this.max = max;
        this.reader = reader;
        this.writer = writer;
    }

    /** An unsigned integer of one octet. */
    public static TlvKey<Integer> int8(int tag, String name) {
        return int8(tag, name, 0xFF);
    }

    /** An unsigned integer of one octet, of which more than {@code most} is not written. */
    public static TlvKey<Integer> int8(int tag, String name, int most) {
        return new TlvKey<>(tag, name, 1, 1, value -> value.at(0), value -> integer(name, value, 1, most));
    }

    /** An unsigned integer of two octets. */
    public static TlvKey<Integer> int16(int tag, String name) {
        return new TlvKey<>(tag, name, 2, 2, value -> (int) number(value), value -> integer(name, value, 2, 0xFFFF));
    }

    /** An unsigned integer of four octets. */
    public static TlvKey<Long> int32(int tag, String name) {
        return new TlvKey<>(tag, name, 4, 4, TlvKey::number, value -> integer(name, value, 4, 0xFFFF_FFFFL));
    }

    /** ISO-8859-1 up to a NUL, which is written, and may be missing where it is read. */
    public static TlvKey<String> cString(int tag, String name, int max) {
        return new TlvKey<>(tag, name, 0, max, TlvKey::text, value -> terminated(name, value));
    }

    /** Any octets. */
    public static TlvKey<Octets> octets(int tag, String name) {
        return octets(tag, name, 0, LONGEST);
    }

    /** From {@code min} to {@code max} octets. */
    public static TlvKey<Octets> octets(int tag, String name, int min, int max) {
        return new TlvKey<>(tag, name, min, max, value -> value, value -> value);
    }

    /** The number on the wire, 0 to 0xFFFF. */
    public int tag() {
        return tag;
    }

    /** The specification's name, such as {@code source_port}. */
    public String name() {
        return name;
    }

    /** The value that these octets are; empty if there are too few or too many. */
    public Optional<T> read(Octets value) {
        return fits(value) ? Optional.of(reader.apply(value)) : Optional.empty();
    }

    /**
     * The octets that this value is.
     *
     * @throws IllegalArgumentException if the value does not fit, with the parameter's name
     */
    public Octets write(T value) {
        Octets octets = writer.apply(value);
        if (!fits(octets)) {
            throw new IllegalArgumentException(
                    name + ": " + octets.length() + " octets, but " + min + " to " + max + " fit");
        }
        return octets;
    }

    private boolean fits(Octets value) {
        return value.length() >= min && value.length() <= max;
    }

    private static long number(Octets value) {
        long number = 0;
        for (int i = 0; i < value.length(); i++) {
            number = (number << 8) | value.at(i);
        }
        return number;
    }

    private static Octets integer(String name, long value, int size, long most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " is outside 0 to " + most);
        }
        byte[] octets = new byte[size];
        for (int i = 0; i < size; i++) {
            octets[i] = (byte) (value >>> 8 * (size - 1 - i));
        }
        return Octets.of(octets);
    }

    private static String text(Octets value) {
        String whole = value.toLatin1();
        int nul = whole.indexOf('\0');
        return nul < 0 ? whole : whole.substring(0, nul);
    }

    private static Octets terminated(String name, String value) {
        if (value.chars().anyMatch(c -> c == 0 || c > 0xFF)) {
            throw new IllegalArgumentException(name + ": holds a character that is not of ISO-8859-1, or a NUL");
        }
        return Octets.ofLatin1(value + '\0');
    }

    /** Such as {@code source_port (0x020A)}. */
    @Override
    public String toString() {
        return String.format("%s (0x%04X)", name, tag);
    }
}
