package org.smppra.delivery;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smppra.DeliveryReceipt;
import org.smppra.MessageState;
import org.smppra.message.MessageId;
import org.smppra.message.Tlv;
import org.smppra.message.TlvKey;
import org.smppra.message.Tlvs;
import org.smppra.pdu.UserMessage;
import org.smppra.profile.Profile;
import org.smppra.text.ReceiptDate;
import org.smppra.text.ReceiptState;
import org.smppra.text.ReceiptText;

/**
 * Reads a delivery receipt, the optional parameters first, the text where they are missing. Never fails: what cannot
 * be read stays in the receipt as it came.
 *
 * <p>SMPP 3.4 section 2.11 and appendix B.
 */
final class ReceiptReader {
    private static final int MESSAGE_TYPE = 0x3C;
    private static final int RECEIPT = 0x04;
    private static final int INTERMEDIATE_NOTIFICATION = 0x20;
    /** As dispatch.SubmissionIds makes them, which is on the same floor. */
    private static final int SUBMISSION_ID_LENGTH = 20;

    private static final String SUBMISSION_ID_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Profile profile;
    private final String account;
    /** The last ones that were read: receipts that come together are mostly of the same minute. Any thread's. */
    private ReadDate submitted = ReadDate.NONE;

    private ReadDate done = ReadDate.NONE;

    /** Not to be changed, so that no thread sees a half of it. */
    private record ReadDate(@Nullable String text, @Nullable Instant at) {
        static final ReadDate NONE = new ReadDate(null, null);
    }

    ReceiptReader(Profile profile, String account) {
        this.profile = profile;
        this.account = account;
    }

    boolean isReceipt(UserMessage message) {
        int type = message.esmClass() & MESSAGE_TYPE;
        return type == RECEIPT
                || type == INTERMEDIATE_NOTIFICATION
                || profile.isReceiptByMessageId()
                        && text(message.tlvs(), Tlv.RECEIPTED_MESSAGE_ID).isPresent();
    }

    DeliveryReceipt read(UserMessage message, Instant receivedAt) {
        String whole = trim(message.userData().toLatin1());
        ReceiptText text = ReceiptText.parse(whole);
        MessageId id = messageId(message, text);
        MessageState state = state(message, text);
        String stateText =
                text.stat() != null ? text.stat() : message.tlvs().contains(Tlv.MESSAGE_STATE) ? state.name() : "";
        String reference = reference(message, text);
        ReadDate submittedAt = date(text.submitDate(), submitted);
        ReadDate doneAt = date(text.doneDate(), done);
        submitted = submittedAt;
        done = doneAt;
        // Without an id only the whole tells one receipt from another; ids of some SMSCs begin anew, so that the dates
        // and the phone belong to the name too.
        String name = id.value().isEmpty() ? reference + whole : id.value();
        String key = DeduplicationKey.of(
                account,
                name,
                stateOfKey(message, text, stateText),
                text.submitDate(),
                text.doneDate(),
                text.err(),
                message.source().value());
        return DeliveryReceipt.builder(id, state)
                .account(account)
                .from(message.source())
                .to(message.destination())
                .tlvs(message.tlvs())
                .receivedAt(receivedAt)
                .stateText(stateText)
                .isFinal(profile.isFinal(state))
                .error(text.err() == null ? null : profile.error(text.err()).orElse(null))
                .submittedAt(submittedAt.at())
                .doneAt(doneAt.at())
                .reference(reference)
                .submissionId(submissionId(reference))
                .text(whole)
                .deduplicationKey(key)
                .build();
    }

    private static MessageId messageId(UserMessage message, ReceiptText text) {
        return MessageId.of(text(message.tlvs(), Tlv.RECEIPTED_MESSAGE_ID).orElse(text.id() == null ? "" : text.id()));
    }

    private static MessageState state(UserMessage message, ReceiptText text) {
        Optional<Integer> number = message.tlvs().get(Tlv.MESSAGE_STATE);
        if (number.isPresent()) {
            return ReceiptState.ofNumber(number.get());
        }
        return text.stat() == null ? MessageState.UNKNOWN : ReceiptState.ofWord(text.stat());
    }

    /**
     * The text's word, and the parameter's number beside it if that says something else, or nobody knows what: receipts
     * that differ in it alone are two. Where they agree it is the word, so that the key is what it always was.
     */
    private static String stateOfKey(UserMessage message, ReceiptText text, String stateText) {
        Optional<Integer> number = message.tlvs().get(Tlv.MESSAGE_STATE);
        if (number.isEmpty()) {
            return stateText;
        }
        MessageState state = ReceiptState.ofNumber(number.get());
        boolean agree = text.stat() == null || ReceiptState.ofWord(text.stat()) == state;
        return agree && state != MessageState.OTHER ? stateText : stateText + '/' + number.get();
    }

    /** Whole from the optional parameter; from the text, which a provider may cut, only where that is missing. */
    private static @Nullable String reference(UserMessage message, ReceiptText text) {
        return text(message.tlvs(), Tlv.USER_MESSAGE_REFERENCE).orElse(text.text());
    }

    /** A reference of the shape of our own ids is one: without another reference a submission carries its id. */
    private static @Nullable String submissionId(@Nullable String reference) {
        boolean ours = reference != null
                && reference.length() == SUBMISSION_ID_LENGTH
                && reference.chars().allMatch(c -> SUBMISSION_ID_DIGITS.indexOf(c) >= 0);
        return ours ? reference : null;
    }

    private ReadDate date(@Nullable String text, ReadDate last) {
        return Objects.equals(text, last.text())
                ? last
                : new ReadDate(
                        text, ReceiptDate.parse(text, profile.receiptTimeZone()).orElse(null));
    }

    /** What an optional parameter says; one that is there and says nothing hides nothing. */
    static Optional<String> text(Tlvs tlvs, TlvKey<?> key) {
        return tlvs.first(key).map(value -> trim(value.toLatin1())).filter(said -> !said.isEmpty());
    }

    /** Without the NULs and blanks that some peers pad with. */
    private static String trim(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\0' || text.charAt(end - 1) == ' ')) {
            end--;
        }
        return text.substring(0, end);
    }
}
