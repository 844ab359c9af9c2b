package org.smppra.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smppra.Outcome;
import org.smppra.SubmitResult;

/** An order that left, and the submission that told the customer. */
@Entity
@Table(indexes = @Index(name = "shipped_order_submission_id", columnList = "submissionId"))
public class ShippedOrder {
    @Id
    @Column(length = 20)
    private String number;

    @Column(length = 20)
    private @Nullable String submissionId;

    @Column(nullable = false)
    private String announcement = "WAITING";

    private @Nullable String messageId;

    @SuppressWarnings("NullAway") // Jakarta Persistence fills the fields
    protected ShippedOrder() {}

    ShippedOrder(String number) {
        this.number = number;
    }

    void announcedBy(String submission) {
        submissionId = submission;
    }

    void announced(SubmitResult result) {
        announcement = result.outcome().name();
        messageId = result.outcome() == Outcome.ACCEPTED ? result.messageId().value() : null;
    }

    public String number() {
        return number;
    }

    /** The name of an {@link Outcome}, or WAITING. */
    public String announcement() {
        return announcement;
    }

    /** The SMSC's id of the message, once it is known. */
    public Optional<String> messageId() {
        return Optional.ofNullable(messageId);
    }
}
