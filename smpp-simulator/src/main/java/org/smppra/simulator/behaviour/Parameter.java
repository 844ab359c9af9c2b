package org.smppra.simulator.behaviour;

import java.util.function.Function;

/**
 * Something that can be said of a behaviour, such as {@code delay=2s}.
 *
 * @param <T> what its text means
 */
public final class Parameter<T> {
    private final String name;
    private final String form;
    private final String byDefault;
    private final String description;
    private final Function<String, T> reader;

    /** @param reader throws an {@link IllegalArgumentException} for a text that is not of the form */
    Parameter(String name, String form, String byDefault, String description, Function<String, T> reader) {
        this.name = name;
        this.form = form;
        this.byDefault = byDefault;
        this.description = description;
        this.reader = reader;
    }

    public String name() {
        return name;
    }

    /** What may stand behind the name, such as "a time such as 500ms, 30s, 5m or 48h". */
    public String form() {
        return form;
    }

    /** The text that holds where none is given; empty where that means no limit. */
    public String byDefault() {
        return byDefault;
    }

    /** One line. */
    public String description() {
        return description;
    }

    /** @throws IllegalArgumentException if {@code text} is not of the form; its message may be null */
    T read(String text) {
        return reader.apply(text);
    }

    @Override
    public String toString() {
        return name;
    }
}
