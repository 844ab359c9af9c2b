package org.smppra.text;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;

/** The alphabets that text is encoded in. SMPP 3.4 section 5.2.19 (data_coding). */
enum Alphabet {
    /** One septet an octet, two for a character of the extension table. */
    GSM {
        @Override
        int firstMissing(String text) {
            return Gsm0338.firstMissing(text);
        }

        @Override
        @Nullable
        Octets encodeWhole(String text) {
            return Gsm0338.encodeWhole(text);
        }

        @Override
        Octets encodeSubstituting(String text) {
            return Gsm0338.encodeSubstituting(text);
        }
    },
    /** ISO-8859-1, one octet a character. */
    LATIN_1 {
        @Override
        int firstMissing(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) > 0xFF) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        @Nullable
        Octets encodeWhole(String text) {
            return firstMissing(text) < 0 ? Octets.ofLatin1(text) : null;
        }

        @Override
        Octets encodeSubstituting(String text) {
            return Octets.ofLatin1(text);
        }
    },
    /** UTF-16, big-endian: two octets a unit. Only an unpaired surrogate has no place in it. */
    UCS2 {
        @Override
        int firstMissing(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isSurrogate(text.charAt(i))) {
                    if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                        return i;
                    }
                    i++;
                }
            }
            return -1;
        }

        @Override
        @Nullable
        Octets encodeWhole(String text) {
            return firstMissing(text) < 0 ? write(text) : null;
        }

        @Override
        Octets encodeSubstituting(String text) {
            Octets whole = encodeWhole(text);
            if (whole != null) {
                return whole;
            }
            // A code point in the range of surrogates is one without its partner.
            int[] sound = text.codePoints()
                    .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '?' : c)
                    .toArray();
            return write(new String(sound, 0, sound.length));
        }

        private Octets write(String text) {
            return Octets.of(text.getBytes(StandardCharsets.UTF_16BE));
        }
    };

    /**
     * The alphabet that {@code coding} stands for; null if its octets are no text, or text of an alphabet not here. From
     * 0x10 on the values are those of 3GPP TS 23.038 section 4, with a message class or a waiting indication.
     */
    static @Nullable Alphabet of(DataCoding coding) {
        int value = coding.value();
        return switch (value >> 4) {
            case 0x0 -> value == 0 ? GSM : value == 3 ? LATIN_1 : value == 8 ? UCS2 : null;
            case 0x1 -> (value & 0x0C) == 0 ? GSM : (value & 0x0C) == 0x08 ? UCS2 : null;
            case 0xC, 0xD -> GSM;
            case 0xE -> UCS2;
            case 0xF -> (value & 0x04) == 0 ? GSM : null;
            default -> null;
        };
    }

    /** The index of the first character that the alphabet does not have; -1 if it has all. */
    abstract int firstMissing(String text);

    /** The text in this alphabet; null if it lacks a character. */
    abstract @Nullable Octets encodeWhole(String text);

    /** The text in this alphabet, with a question mark for each code point that it does not have. */
    abstract Octets encodeSubstituting(String text);
}
