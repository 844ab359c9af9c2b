package org.smppra.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smppra.DeliveryReceipt;
import org.smppra.ReceiptError;

/**
 * One delivery report. There is no foreign key to the message: a report may be here before the row of its message is
 * committed, and a report of a message that somebody else sent is kept too.
 */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(name = "report_deduplication_key", columnNames = "deduplicationKey"),
        indexes = {
            @Index(name = "report_message_id", columnList = "messageId"),
            @Index(name = "report_submission_id", columnList = "submissionId"),
            @Index(name = "report_reference", columnList = "reference")
        })
public class Report {
    private static final int WORD = 255;
    private static final int WHOLE = 65_535;

    @Id
    @GeneratedValue
    private long number;

    @Column(nullable = false, length = 64)
    private String deduplicationKey;

    @Column(nullable = false, length = WORD)
    private String messageId;

    @Column(length = WORD)
    private @Nullable String submissionId;

    @Column(length = WORD)
    private @Nullable String reference;

    @Column(nullable = false)
    private String state;

    @Column(nullable = false, length = WORD)
    private String stateText;

    private boolean isFinal;
    private @Nullable Instant submittedAt;
    private @Nullable Instant doneAt;

    @Column(length = WORD)
    private @Nullable String errorText;

    private @Nullable Integer errorCode;

    @Column(length = WHOLE)
    private @Nullable String errorMeanings;

    @Column(nullable = false, length = WHOLE)
    private String text;

    @Column(nullable = false)
    private Instant receivedAt;

    private int deliveryCount;

    @SuppressWarnings("NullAway") // Jakarta Persistence fills the fields
    protected Report() {}

    Report(DeliveryReceipt receipt) {
        deduplicationKey = receipt.deduplicationKey();
        messageId = fitting(receipt.messageId().value());
        submissionId = receipt.submissionId().map(Report::fitting).orElse(null);
        reference = receipt.reference().map(Report::fitting).orElse(null);
        state = receipt.state().name();
        stateText = fitting(receipt.stateText());
        isFinal = receipt.isFinal();
        submittedAt = receipt.submittedAt().orElse(null);
        doneAt = receipt.doneAt().orElse(null);
        text = receipt.text();
        receivedAt = receipt.receivedAt();
        deliveryCount = receipt.deliveryCount();
        receipt.error().ifPresent(this::keep);
    }

    private void keep(ReceiptError error) {
        errorText = fitting(error.text());
        errorCode = error.code().isPresent() ? error.code().getAsInt() : null;
        errorMeanings = String.join("\n", error.meanings());
    }

    /** A report that its column cannot hold would fail at every redelivery, for ever. */
    private static String fitting(String word) {
        return word.length() <= WORD ? word : word.substring(0, WORD);
    }

    public String messageId() {
        return messageId;
    }

    public Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    /** The name of an {@link org.smppra.MessageState}. */
    public String state() {
        return state;
    }

    /** The state as it came, such as {@code DELIVRD}. */
    public String stateText() {
        return stateText;
    }

    public boolean isFinal() {
        return isFinal;
    }

    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    public Optional<Instant> doneAt() {
        return Optional.ofNullable(doneAt);
    }

    public Optional<ReceiptError> error() {
        if (errorText == null) {
            return Optional.empty();
        }
        List<String> meanings =
                errorMeanings == null ? List.of() : errorMeanings.lines().toList();
        return Optional.of(ReceiptError.of(errorText, errorCode, meanings));
    }

    /** The whole report as it came. */
    public String text() {
        return text;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** 1 if it was stored at its first delivery. */
    public int deliveryCount() {
        return deliveryCount;
    }
}
