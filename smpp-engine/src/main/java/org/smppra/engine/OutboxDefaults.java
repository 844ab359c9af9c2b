package org.smppra.engine;

import java.io.Serializable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smppra.outbox.OutboxSettings;

/** Turns properties into the settings of an outbox, with a default for each, and an error that names the property. */
public final class OutboxDefaults {
    private OutboxDefaults() {}

    /**
     * @param directory used where {@code outboxDirectory} is not set; null: there is no such place
     * @return null if there is no directory at all: no outbox
     * @throws IllegalArgumentException naming the property that is wrong, and what it may be
     */
    public static @Nullable OutboxSettings settings(Map<String, Serializable> properties, @Nullable Path directory) {
        PropertyValues values = new PropertyValues(properties);
        String set = values.textOrNull(Property.OUTBOX_DIRECTORY);
        Path place = set == null ? directory : path(set);
        return place == null
                ? null
                : new OutboxSettings(
                        place,
                        values.number(Property.OUTBOX_CAPACITY),
                        values.number(Property.OUTBOX_CAPACITY_OCTETS),
                        duration(values, Property.OUTBOX_MAX_AGE_MILLIS),
                        duration(values, Property.SETTLED_RETENTION_MILLIS),
                        duration(values, Property.IDEMPOTENCY_RETENTION_MILLIS),
                        duration(values, Property.ERASE_WITHIN_MILLIS));
    }

    private static Duration duration(PropertyValues values, Property property) {
        return Duration.ofMillis(values.number(property));
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw Property.OUTBOX_DIRECTORY.wrong("'" + text + "' is no path: " + e.getReason());
        }
    }
}
