package org.smppra.ra.settings;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.smppra.engine.Property;

/** A JavaBean that keeps what was set by the property's name. */
public class PropertyBean implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, Serializable> values = new TreeMap<>();

    protected PropertyBean() {}

    /** All values that are set, by property. */
    public final Map<String, Serializable> values() {
        return new TreeMap<>(values);
    }

    /** Sets all of these. */
    public final void setAll(Map<String, Serializable> others) {
        values.putAll(others);
    }

    /**
     * Each value by itself; what does not fit together shows when it is used.
     *
     * @throws IllegalArgumentException naming the property whose value cannot be, and what it may be
     */
    public final void checkValues() {
        values.forEach((property, value) -> Property.named(property).check(value));
    }

    /** Every value that cannot be by itself: why, by property. */
    public final Map<String, String> wrongValues() {
        Map<String, String> wrong = new TreeMap<>();
        values.forEach((property, value) -> {
            try {
                Property.named(property).check(value);
            } catch (IllegalArgumentException e) {
                wrong.put(property, String.valueOf(e.getMessage()));
            }
        });
        return wrong;
    }

    protected final void set(String property, @Nullable Serializable value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            values.remove(property); // servers set what an administrator left empty
        } else {
            values.put(property, value);
        }
    }

    protected final @Nullable String text(String property) {
        return (String) values.get(property);
    }

    protected final @Nullable Integer number(String property) {
        return (Integer) values.get(property);
    }

    protected final @Nullable Boolean flag(String property) {
        return (Boolean) values.get(property);
    }
}
