package org.smppra.ra.outbound;

import org.jspecify.annotations.Nullable;
import org.smppra.ShortMessage;

/** What a factory adds to messages that do not say it themselves. */
record SubmitDefaults(@Nullable String from, @Nullable String messageClass) {
    ShortMessage apply(ShortMessage message) {
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
