package org.smppra.engine;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values by property name, each checked when it is read; an error names the property. */
final class PropertyValues {
    private static final long MILLI = 1_000_000;

    private final Map<String, Serializable> values;

    PropertyValues(Map<String, Serializable> values) {
        this.values = Map.copyOf(values);
    }

    boolean isSet(Property property) {
        return values.containsKey(property.toString());
    }

    /** Null if it is not set and has no default. */
    @Nullable
    String textOrNull(Property property) {
        return (String) value(property);
    }

    String text(Property property) {
        return (String) required(property);
    }

    boolean flag(Property property) {
        return (Boolean) required(property);
    }

    /** @throws IllegalArgumentException naming the property, if it is outside its range, or has neither value nor default */
    int number(Property property) {
        return (Integer) required(property);
    }

    int number(Property property, int otherwise) {
        return isSet(property) ? number(property) : otherwise;
    }

    /** The milliseconds of this property in nanoseconds. */
    long nanos(Property property) {
        return number(property) * MILLI;
    }

    private Serializable required(Property property) {
        Serializable value = value(property);
        if (value == null) {
            throw property.wrong("not set");
        }
        return value;
    }

    private @Nullable Serializable value(Property property) {
        Serializable value = values.get(property.toString());
        if (value == null) {
            return property.otherwise();
        }
        property.check(value);
        return value;
    }
}
