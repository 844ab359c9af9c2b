package org.smppra.engine;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smppra.ShortMessage;

/** What is added to messages that do not say it themselves. */
public record SubmitDefaults(@Nullable String from, @Nullable String messageClass) {
    /** @throws IllegalArgumentException naming the property that is wrong */
    public static SubmitDefaults of(Map<String, Serializable> properties) {
        PropertyValues values = new PropertyValues(properties);
        return new SubmitDefaults(
                values.textOrNull(Property.DEFAULT_FROM), values.textOrNull(Property.DEFAULT_MESSAGE_CLASS));
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
}
