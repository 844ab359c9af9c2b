package org.smppra.message;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An immutable row of octets: what {@code byte[]} is not inside a value. */
public final class Octets implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] value;

    private Octets(byte[] value) {
        this.value = value;
    }

    /** No octets. */
    public static Octets empty() {
        return EMPTY;
    }

    /** A copy of all of {@code octets}. */
    public static Octets of(byte[] octets) {
        return octets.length == 0 ? EMPTY : new Octets(octets.clone());
    }

    /** A copy of the octets from {@code from} (inclusive) to {@code to} (exclusive). */
    public static Octets of(byte[] octets, int from, int to) {
        Objects.checkFromToIndex(from, to, octets.length);
        return from == to ? EMPTY : new Octets(Arrays.copyOfRange(octets, from, to));
    }

    /** The octets that {@code hex} writes, two digits each, upper or lower case. */
    public static Octets ofHex(String hex) {
        return new Octets(HexFormat.of().parseHex(hex));
    }

    /** The characters of {@code text}, one octet each, as ISO-8859-1. */
    public static Octets ofLatin1(String text) {
        return new Octets(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public int length() {
        return value.length;
    }

    public boolean isEmpty() {
        return value.length == 0;
    }

    /** The octet at {@code index} as 0 to 255. */
    public int at(int index) {
        return value[index] & 0xFF;
    }

    /** The octets from {@code from} (inclusive) to {@code to} (exclusive). */
    public Octets slice(int from, int to) {
        return of(value, from, to);
    }

    /** A copy. */
    public byte[] toByteArray() {
        return value.clone();
    }

    /** Copies all octets into {@code target}, the first to {@code target[at]}. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(value, 0, target, at, value.length);
    }

    /** Lower-case hexadecimal digits, two an octet. */
    public String toHex() {
        return HexFormat.of().formatHex(value);
    }

    /** Each octet as the ISO-8859-1 character of that number: loses nothing, whatever the octets mean. */
    public String toLatin1() {
        return new String(value, StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Octets that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** The number of octets only: they may be a message's text, which does not belong in a log. */
    @Override
    public String toString() {
        return value.length + " octets";
    }
}
