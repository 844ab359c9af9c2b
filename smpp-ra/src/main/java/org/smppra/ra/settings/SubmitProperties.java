package org.smppra.ra.settings;

import jakarta.resource.spi.ConfigProperty;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** What is submitted, and what that means to a transaction: on the adapter defaults of its factories. Null: not set here. */
public class SubmitProperties extends AccountProperties {
    private static final long serialVersionUID = 1L;

    /** The sender of messages that name none. */
    public @Nullable String getDefaultFrom() {
        return text("defaultFrom");
    }

    @ConfigProperty
    public void setDefaultFrom(@Nullable String value) {
        set("defaultFrom", value);
    }

    /** The message class of messages that name none. */
    public @Nullable String getDefaultMessageClass() {
        return text("defaultMessageClass");
    }

    @ConfigProperty
    public void setDefaultMessageClass(@Nullable String value) {
        set("defaultMessageClass", value);
    }

    /** What submit means to a transaction: OUTBOX (unless set), ON_COMMIT or DIRECT. */
    @Pattern(regexp = "DIRECT|ON_COMMIT|OUTBOX")
    public @Nullable String getSubmitMode() {
        return text("submitMode");
    }

    @ConfigProperty
    public void setSubmitMode(@Nullable String value) {
        set("submitMode", value);
    }

    /** What submit does in the mode DIRECT inside a transaction: ALLOW, WARN (unless set) or REJECT. */
    @Pattern(regexp = "ALLOW|WARN|REJECT")
    public @Nullable String getDirectInTransaction() {
        return text("directInTransaction");
    }

    @ConfigProperty
    public void setDirectInTransaction(@Nullable String value) {
        set("directInTransaction", value);
    }

    /**
     * What becomes of a stored message that was written and not answered: RESEND (unless set) sends it again, which
     * may send it twice; HOLD keeps it for an operator. A message may say it itself.
     */
    @Pattern(regexp = "RESEND|HOLD")
    public @Nullable String getUnansweredPolicy() {
        return text("unansweredPolicy");
    }

    @ConfigProperty
    public void setUnansweredPolicy(@Nullable String value) {
        set("unansweredPolicy", value);
    }
}
