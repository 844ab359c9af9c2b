package org.smppra.engine;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smppra.ShortMessage;
import org.smppra.UnansweredPolicy;

/**
 * What is added to messages that do not say it themselves.
 *
 * @param unanswered for messages that are stored before they are sent
 */
public record SubmitDefaults(@Nullable String from, @Nullable String messageClass, UnansweredPolicy unanswered) {
    /** @throws IllegalArgumentException naming the property that is wrong */
    public static SubmitDefaults of(Map<String, Serializable> properties) {
        PropertyValues values = new PropertyValues(properties);
        return new SubmitDefaults(
                values.textOrNull(Property.DEFAULT_FROM),
                values.textOrNull(Property.DEFAULT_MESSAGE_CLASS),
                unanswered(values.text(Property.UNANSWERED_POLICY)));
    }

    private static UnansweredPolicy unanswered(String name) {
        return Arrays.stream(UnansweredPolicy.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Property.UNANSWERED_POLICY.wrong(
                        "'" + name + "' is not one of " + Arrays.toString(UnansweredPolicy.values())));
    }

    public ShortMessage apply(ShortMessage message) {
        boolean needsFrom = from != null && message.from().isEmpty();
        boolean needsClass = messageClass != null && message.messageClass().isEmpty();
        if (!needsFrom && !needsClass) {
            return message;
        }
        ShortMessage.Builder builder = message.toBuilder();
        if (from != null && needsFrom) {
            builder.from(from);
        }
        if (messageClass != null && needsClass) {
            builder.messageClass(messageClass);
        }
        return builder.build();
    }

    /** The message's own policy, else this one. */
    public UnansweredPolicy unansweredOf(ShortMessage message) {
        return message.unanswered().orElse(unanswered);
    }
}
