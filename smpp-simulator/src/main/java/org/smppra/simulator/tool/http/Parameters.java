package org.smppra.simulator.tool.http;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request says, by name; whatever is wrong is told with the name. */
final class Parameters {
    private final Map<String, Object> values;

    private Parameters(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * Of a JSON object; of nothing, where the body is empty.
     *
     * @param known each name that is allowed
     */
    static Parameters of(String body, String... known) {
        if (body.isBlank()) {
            return new Parameters(Map.of());
        }
        Map<String, Object> values;
        try {
            values = JSON.std.mapFrom(body);
        } catch (IOException | RuntimeException e) {
            throw new Problem(400, null, "the body is no JSON object");
        }
        if (values == null) {
            throw new Problem(400, null, "the body is no JSON object");
        }
        Set<String> unknown = new HashSet<>(values.keySet());
        unknown.removeAll(Arrays.asList(known));
        for (String name : unknown) {
            throw Problem.of(name, "not known here; there are " + String.join(", ", known));
        }
        return new Parameters(values);
    }

    /** Of a query. */
    static Parameters of(Map<String, String> query) {
        return new Parameters(Map.copyOf(query));
    }

    String text(String name) {
        String text = textOrNull(name);
        if (text == null || text.isEmpty()) {
            throw Problem.of(name, "is missing");
        }
        return text;
    }

    @Nullable
    String textOrNull(String name) {
        Object value = values.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw Problem.of(name, "must be a text");
    }

    /** A number, also one in a text. */
    double number(String name, double otherwise, double least, double most) {
        Object value = values.get(name);
        double number = value == null ? otherwise : toNumber(name, value);
        if (!(number >= least && number <= most)) {
            throw Problem.of(name, "must be " + plain(least) + " to " + plain(most));
        }
        return number;
    }

    int integer(String name, int otherwise, int least, int most) {
        double number = number(name, otherwise, least, most);
        if (number != Math.rint(number)) {
            throw Problem.of(name, "must be a whole number");
        }
        return (int) number;
    }

    /** Texts; none where there is nothing of this name. */
    Map<String, Object> object(String name) {
        Object value = values.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // JSON knows no other keys
            Map<String, Object> object = (Map<String, Object>) map;
            return object;
        }
        throw Problem.of(name, "must be an object");
    }

    private static double toNumber(String name, Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        try {
            return Double.parseDouble(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw Problem.of(name, "must be a number");
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** Of these, the ones that were given. */
    List<String> given(String... names) {
        return Arrays.stream(names).filter(values::containsKey).toList();
    }
}
