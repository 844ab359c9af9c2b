package org.smppra.text;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Octets;

/**
 * The GSM default alphabet with its extension table, unpacked: one septet an octet, as SMPP carries it.
 *
 * <p>3GPP TS 23.038 sections 6.2.1 and 6.2.1.1; for reading also the national tables of section 6.2.1.2. An octet 0x00 is {@code @}, so nothing here is ever trimmed. A character
 * of the extension table takes two octets: {@link #ESC} and its own.
 */
public final class Gsm0338 {
    /** The septets there are. */
    static final int SEPTETS = 128;
    /** The octet that announces a character of the extension table. */
    static final int ESC = 0x1B;

    private static final String BASE = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ"
            + " !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final int[] EXTENDED_AT = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    private static final char REPLACEMENT = '\uFFFD';
    private static final int MISSING = -1;
    /** Set in a code of the extension table; the septet is in the low bits. */
    private static final int ESCAPED = 0x80;

    /** A buffer has room for that many escapes before it must grow. */
    private static final int EXPECTED_ESCAPES = 8;

    private static final char EURO = '€';
    private static final int EURO_CODE = ESCAPED | 0x65;

    /** Code of each character below U+0400, where all but the euro sign live. */
    private static final short[] CODES = codes();

    private static final char[] DEFAULT_ALPHABET = BASE.toCharArray();
    /** What ESC and each septet mean; 0 where there is nothing. */
    private static final char[] EXTENSION_TABLE = extensionTable();

    private Gsm0338() {}

    private static short[] codes() {
        short[] codes = new short[0x400];
        Arrays.fill(codes, (short) MISSING);
        for (int i = 0; i < BASE.length(); i++) {
            codes[BASE.charAt(i)] = (short) i;
        }
        codes[ESC] = MISSING;
        for (int i = 0; i < EXTENDED.length(); i++) {
            if (EXTENDED.charAt(i) != EURO) {
                codes[EXTENDED.charAt(i)] = (short) (ESCAPED | EXTENDED_AT[i]);
            }
        }
        return codes;
    }

    private static char[] extensionTable() {
        char[] characters = new char[SEPTETS];
        for (int i = 0; i < EXTENDED.length(); i++) {
            characters[EXTENDED_AT[i]] = EXTENDED.charAt(i);
        }
        return characters;
    }

    private static int code(char c) {
        if (c < CODES.length) {
            return CODES[c];
        }
        return c == EURO ? EURO_CODE : MISSING;
    }

    /** Whether every character of {@code text} has a place in the alphabet. */
    public static boolean canEncode(String text) {
        return firstMissing(text) < 0;
    }

    /** The index of the first character that the alphabet does not have; -1 if it has all. */
    public static int firstMissing(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (code(text.charAt(i)) == MISSING) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The septets of {@code text}.
     *
     * @throws IllegalArgumentException if the alphabet lacks a character, with its index but without the text
     */
    public static Octets encode(String text) {
        Octets septets = encodeWhole(text);
        if (septets == null) {
            throw new IllegalArgumentException("the character at index " + firstMissing(text) + " is not in GSM 03.38");
        }
        return septets;
    }

    /** The septets of {@code text}; null if the alphabet lacks a character. */
    static @Nullable Octets encodeWhole(String text) {
        return encode(text, false);
    }

    /** Writes a question mark for each code point that the alphabet does not have. */
    public static Octets encodeSubstituting(String text) {
        return Objects.requireNonNull(encode(text, true));
    }

    private static @Nullable Octets encode(String text, boolean substitute) {
        int plain = 0;
        while (plain < text.length() && code(text.charAt(plain)) == text.charAt(plain)) {
            plain++;
        }
        // Most texts have the same octets in ISO-8859-1, which Java writes without a buffer.
        return plain == text.length() ? Octets.ofLatin1(text) : encode(text, plain, substitute);
    }

    private static @Nullable Octets encode(String text, int plain, boolean substitute) {
        byte[] septets = new byte[text.length() + EXPECTED_ESCAPES];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            int code = i < plain ? text.charAt(i) : code(text.charAt(i));
            if (code == MISSING) {
                if (!substitute) {
                    return null;
                }
                code = '?';
                if (Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
                    i++;
                }
            }
            if (length + 2 > septets.length) {
                septets = Arrays.copyOf(septets, length + 2 * (text.length() - i));
            }
            if ((code & ESCAPED) != 0) {
                septets[length++] = ESC;
            }
            septets[length++] = (byte) (code & 0x7F);
        }
        return Octets.of(septets, 0, length);
    }

    /** Reads any octets, without a national table. */
    public static String decode(Octets septets) {
        return decode(septets, DEFAULT_ALPHABET, EXTENSION_TABLE);
    }

    /**
     * Reads any octets. ESC and a septet without a meaning show what the septet means alone, ESC ESC is a space, as is a
     * septet without a meaning, an ESC at the very end is dropped, and an octet above 0x7F becomes U+FFFD.
     *
     * @param locking the language whose table stands for the default alphabet; 0, or one that has none: no language
     * @param single the language whose table stands for the extension table; 0, or one that has none: no language
     */
    static String decode(Octets septets, int locking, int single) {
        char[] national = locking == 0 ? null : NationalTables.locking(locking);
        char[] shifted = single == 0 ? null : NationalTables.single(single);
        return decode(
                septets, national == null ? DEFAULT_ALPHABET : national, shifted == null ? EXTENSION_TABLE : shifted);
    }

    private static String decode(Octets septets, char[] alphabet, char[] afterEsc) {
        char[] text = new char[septets.length()];
        int length = 0;
        for (int i = 0; i < septets.length(); i++) {
            int septet = septets.at(i);
            if (septet != ESC) {
                text[length++] = character(septet, alphabet);
            } else if (++i < septets.length()) {
                int escaped = septets.at(i);
                boolean known = escaped < SEPTETS && afterEsc[escaped] != 0;
                text[length++] = known ? afterEsc[escaped] : character(escaped, alphabet);
            }
        }
        return new String(text, 0, length);
    }

    private static char character(int septet, char[] alphabet) {
        if (septet >= SEPTETS) {
            return REPLACEMENT;
        }
        return septet == ESC || alphabet[septet] == 0 ? ' ' : alphabet[septet];
    }
}
