package org.smppra.profile;

import java.util.Optional;
import org.smppra.InvalidMessageException;
import org.smppra.MessagePlan;
import org.smppra.ShortMessage;
import org.smppra.message.Tlv;
import org.smppra.text.BodyEncoder;
import org.smppra.text.EncodedBody;
import org.smppra.text.PartCount;
import org.smppra.text.RelativeTime;

/**
 * What a message must keep to at a provider, so that what cannot succeed is refused before anything is stored or sent.
 * An exception names the field and says lengths, numbers and indexes, never the text or a phone number.
 */
public final class MessageRules {
    private static final int MAX_PRIORITY = 3;
    private static final int MAX_REFERENCE = 255;
    private static final int MAX_MESSAGE_CLASS = 64;

    private MessageRules() {}

    /** How {@code message} would be sent: all checks of submit, and nothing else. */
    public static MessagePlan plan(ShortMessage message, Profile profile) throws InvalidMessageException {
        return check(message, BodyEncoder.encode(message), profile);
    }

    /**
     * Checks every wish of {@code message}, whose body was encoded as {@code body}.
     *
     * @return how it is to be sent
     * @throws InvalidMessageException for the first wish that cannot be kept
     */
    public static MessagePlan check(ShortMessage message, EncodedBody body, Profile profile)
            throws InvalidMessageException {
        AddressRules.checkRecipient(message.recipient(), profile);
        if (message.from().isPresent()) {
            AddressRules.checkFrom(message.from().get());
        }
        if (message.priority() < 0 || message.priority() > MAX_PRIORITY) {
            throw new InvalidMessageException("priority", message.priority() + " is outside 0 to " + MAX_PRIORITY);
        }
        if (message.validity().isPresent()) {
            RelativeTime.of(message.validity().get());
        }
        if (message.messageClass().isPresent() && !profile.hasMessageClass()) {
            throw new InvalidMessageException("messageClass", "profile " + profile.name() + " has none");
        }
        checkPrintable("messageClass", message.messageClass(), MAX_MESSAGE_CLASS);
        checkPrintable("reference", message.reference(), MAX_REFERENCE);
        if (!profile.allows(body.dataCoding())) {
            throw new InvalidMessageException(
                    "dataCoding",
                    body.dataCoding() + " is not supported by profile " + profile.name() + ", but "
                            + profile.dataCodings());
        }
        if (body.flashSubunit() && !profile.submitTlvs().contains(Tlv.DEST_ADDR_SUBUNIT.tag())) {
            throw new InvalidMessageException(
                    "flash", "profile " + profile.name() + " has no dest_addr_subunit; use FlashBy.DATA_CODING");
        }
        PartCount count = PartCount.of(body, profile.longMessages());
        checkParts(message, count.parts());
        TlvRules.check(message, count.parts(), profile);
        int pdus = profile.longMessages().weCut() ? count.parts() : 1;
        return MessagePlan.of(body.dataCoding(), count.parts(), pdus, count.charactersLeft());
    }

    private static void checkPrintable(String field, Optional<String> value, int most) throws InvalidMessageException {
        if (value.isEmpty()) {
            return;
        }
        int length = value.get().length();
        if (length < 1 || length > most) {
            throw new InvalidMessageException(field, length + " characters; 1 to " + most + " fit");
        }
        int odd = Printable.firstOther(value.get());
        if (odd >= 0) {
            throw new InvalidMessageException(
                    field, "the character at index " + odd + " is no printable one of ISO-8859-1");
        }
    }

    private static void checkParts(ShortMessage message, int parts) throws InvalidMessageException {
        if (message.maxParts().isPresent()) {
            int most = message.maxParts().getAsInt();
            if (most < 1) {
                throw new InvalidMessageException("maxParts", most + " allows no message at all");
            }
            if (parts > most) {
                throw new InvalidMessageException("maxParts", "needs " + parts + " parts, at most " + most + " wanted");
            }
        }
        if (parts > PartCount.MAX_PARTS) {
            String field = message.text().isPresent() ? "text" : "binary";
            throw new InvalidMessageException(
                    field, "needs " + parts + " parts; at most " + PartCount.MAX_PARTS + " can be sent");
        }
    }
}
