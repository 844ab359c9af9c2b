package org.smppra.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** An order that left, and the submission that told the customer. */
@Entity
public class ShippedOrder {
    @Id
    @Column(length = 20)
    private String number;

    @Column(length = 20)
    private @Nullable String submissionId;

    @SuppressWarnings("NullAway") // Jakarta Persistence fills the fields
    protected ShippedOrder() {}

    ShippedOrder(String number) {
        this.number = number;
    }

    void announcedBy(String submission) {
        submissionId = submission;
    }

    public String number() {
        return number;
    }
}
