package org.smppra.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;

/**
 * User data that came, taken apart. Never fails: a header that does not fit is part of the body.
 *
 * @param dataCoding how the body is to be read
 * @param header the information elements without the length octet; null if there are none
 * @param body what stands behind the header; septets one an octet, also where they came packed
 */
public record ReceivedBody(DataCoding dataCoding, @Nullable Octets header, Octets body) {
    private static final int IA5 = 0x01;

    /**
     * @param userDataHeader whether esm_class says that a header is in front
     * @param packed whether septets come packed
     */
    public static ReceivedBody of(DataCoding coding, Octets userData, boolean userDataHeader, boolean packed) {
        int length = userDataHeader && !userData.isEmpty() ? userData.at(0) + 1 : 0;
        boolean readable = length > 0 && length <= userData.length();
        Octets header = readable ? userData.slice(1, length) : null;
        Octets body = readable ? userData.slice(length, userData.length()) : userData;
        boolean unpack = packed && Alphabet.of(coding) == Alphabet.GSM;
        return new ReceivedBody(coding, header, unpack ? Septets.unpack(body, readable ? length : 0) : body);
    }

    /** What the header says of the longer message that this is a part of. */
    public Optional<Concatenation> concatenation() {
        return Optional.ofNullable(header == null ? null : UserDataHeader.concatenation(header));
    }

    /** The elements that do not number parts; null if there are none. */
    public @Nullable Octets headerWithoutConcatenation() {
        return header == null ? null : UserDataHeader.withoutConcatenation(header);
    }

    /** Empty: no text, or of a data coding that is not known. */
    public Optional<String> text() {
        return text(List.of(this));
    }

    /**
     * The text of a message in parts. Neighbours that are read alike are joined before they are read, for a sender may
     * have cut a character.
     *
     * @return empty if one of them is no text
     */
    public static Optional<String> text(List<ReceivedBody> parts) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (from < parts.size()) {
            ReceivedBody first = parts.get(from);
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            int to = from;
            while (to < parts.size() && parts.get(to).isReadAs(first)) {
                joined.writeBytes(parts.get(to).body.toByteArray());
                to++;
            }
            String read = first.read(joined.toByteArray());
            if (read == null) {
                return Optional.empty();
            }
            text.append(read);
            from = to;
        }
        return Optional.of(text.toString());
    }

    private boolean isReadAs(ReceivedBody other) {
        return dataCoding.equals(other.dataCoding)
                && language(UserDataHeader.LOCKING_SHIFT) == other.language(UserDataHeader.LOCKING_SHIFT)
                && language(UserDataHeader.SINGLE_SHIFT) == other.language(UserDataHeader.SINGLE_SHIFT);
    }

    private int language(int element) {
        return header == null ? 0 : UserDataHeader.language(header, element);
    }

    private @Nullable String read(byte[] octets) {
        if (dataCoding.value() == IA5) {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }
        Alphabet alphabet = Alphabet.of(dataCoding);
        if (alphabet == null) {
            return null;
        }
        return switch (alphabet) {
            case GSM ->
                Gsm0338.decode(
                        Octets.of(octets),
                        language(UserDataHeader.LOCKING_SHIFT),
                        language(UserDataHeader.SINGLE_SHIFT));
            case LATIN_1 -> new String(octets, StandardCharsets.ISO_8859_1);
            case UCS2 -> new String(octets, StandardCharsets.UTF_16BE);
        };
    }
}
