package org.smppra.text;

import java.util.Optional;
import org.smppra.FlashBy;
import org.smppra.InvalidMessageException;
import org.smppra.ShortMessage;
import org.smppra.Unmappable;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;

/**
 * Makes octets of a message's body, and chooses its data coding where the application left that open: GSM 03.38 when
 * that loses nothing, else as {@link Unmappable} says. No exception carries a character of the text.
 */
public final class BodyEncoder {
    private BodyEncoder() {}

    /**
     * The body of {@code message} as octets, its header in front.
     *
     * @throws InvalidMessageException naming {@code text}, {@code dataCoding}, {@code flash} or {@code userDataHeader}
     */
    public static EncodedBody encode(ShortMessage message) throws InvalidMessageException {
        Optional<Octets> header = message.userDataHeader();
        if (header.isPresent()) {
            UserDataHeader.check(header.get());
        }
        Coded coded = coded(message);
        DataCoding coding = message.flash().isPresent()
                ? flash(coded.coding(), message.flash().get())
                : coded.coding();
        Octets userData = header.isPresent() ? UserDataHeader.join(header.get(), coded.body()) : coded.body();
        boolean subunit =
                message.flash().filter(FlashBy.DEST_ADDR_SUBUNIT::equals).isPresent();
        return new EncodedBody(coding, userData, header.isPresent(), subunit);
    }

    private record Coded(DataCoding coding, Octets body) {}

    private static Coded coded(ShortMessage message) throws InvalidMessageException {
        if (message.text().isEmpty()) {
            return new Coded(
                    message.dataCoding().orElse(DataCoding.BINARY),
                    message.binary().orElseThrow());
        }
        String text = message.text().get();
        if (message.dataCoding().isPresent() || message.unmappable() != Unmappable.USE_UCS2) {
            DataCoding coding = message.dataCoding().orElse(DataCoding.DEFAULT);
            return new Coded(coding, inAlphabet(text, coding, message));
        }
        Octets septets = Gsm0338.encodeWhole(text);
        return septets != null
                ? new Coded(DataCoding.DEFAULT, septets)
                : new Coded(DataCoding.UCS2, inAlphabet(text, DataCoding.UCS2, message));
    }

    private static DataCoding flash(DataCoding coding, FlashBy how) throws InvalidMessageException {
        boolean marked = coding.equals(DataCoding.GSM_FLASH) || coding.equals(DataCoding.UCS2_FLASH);
        if (how == FlashBy.DEST_ADDR_SUBUNIT) {
            // One wish has one mark: what an SMSC makes of two is nowhere specified.
            if (marked) {
                throw new InvalidMessageException(
                        "flash", "data coding " + coding + " says flash already; leave dest_addr_subunit out");
            }
            return coding;
        }
        if (marked) {
            return coding;
        }
        return switch (coding.value()) {
            case 0x00 -> DataCoding.GSM_FLASH;
            case 0x08 -> DataCoding.UCS2_FLASH;
            default ->
                throw new InvalidMessageException(
                        "flash", "data coding " + coding + " cannot say flash; use FlashBy.DEST_ADDR_SUBUNIT");
        };
    }

    private static Octets inAlphabet(String text, DataCoding coding, ShortMessage message)
            throws InvalidMessageException {
        Alphabet alphabet = Alphabet.of(coding);
        if (alphabet == null) {
            throw new InvalidMessageException(
                    "dataCoding", coding + " has no alphabet to write text in; give the body as binary");
        }
        if (message.unmappable() == Unmappable.SUBSTITUTE) {
            return alphabet.encodeSubstituting(text);
        }
        Octets whole = alphabet.encodeWhole(text);
        if (whole == null) {
            int missing = alphabet.firstMissing(text);
            throw new InvalidMessageException("text", refusal(missing, alphabet, coding, message));
        }
        return whole;
    }

    private static String refusal(int index, Alphabet alphabet, DataCoding coding, ShortMessage message) {
        if (alphabet == Alphabet.UCS2) {
            return "half of a surrogate pair at index " + index;
        }
        String lost = "data coding " + coding + " does not have the character at index " + index;
        return message.unmappable() == Unmappable.USE_UCS2
                ? lost + "; leave the data coding open, fix 8, or substitute"
                : lost;
    }
}
