package org.smppra.sample;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.smppra.SubmitResult;
import org.smppra.message.MessageId;

/**
 * What became of one submission. It keeps neither number nor text: a report is matched without them, and what is not
 * stored cannot leak.
 */
@Entity
@Table(indexes = @Index(name = "sent_message_reference", columnList = "reference"))
public class SentMessage {
    @Id
    @Column(length = 20)
    private String submissionId;

    @Column(nullable = false)
    private String reference;

    @Column(nullable = false)
    private String state;

    @ElementCollection(fetch = FetchType.EAGER)
    @OrderColumn
    private List<String> messageIds = new ArrayList<>();

    @SuppressWarnings("NullAway") // Jakarta Persistence fills the fields
    protected SentMessage() {}

    private SentMessage(String submissionId, String reference, String state, List<String> messageIds) {
        this.submissionId = submissionId;
        this.reference = reference;
        this.state = state;
        this.messageIds.addAll(messageIds);
    }

    static SentMessage of(SubmitResult result) {
        List<String> ids = result.parts().stream()
                .flatMap(part -> part.messageId().stream())
                .map(MessageId::value)
                .toList();
        return new SentMessage(
                result.submissionId(), result.reference(), result.outcome().name(), ids);
    }

    public String submissionId() {
        return submissionId;
    }

    /** The application's reference, else the submissionId. */
    public String reference() {
        return reference;
    }

    /** The name of an {@link org.smppra.Outcome}. */
    public String state() {
        return state;
    }

    /** The SMSC's ids, one a part; empty if none is known. */
    public List<String> messageIds() {
        return List.copyOf(messageIds);
    }
}
