package org.smppra.simulator.tool.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that cannot be fulfilled, as its client is told. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String parameter;

    Problem(int status, @Nullable String parameter, String message) {
        super(message);
        this.status = status;
        this.parameter = parameter;
    }

    /** What was given for this parameter is wrong. */
    static Problem of(String parameter, String message) {
        return new Problem(400, parameter, message);
    }

    Answer answer() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", String.valueOf(getMessage()));
        if (parameter != null) {
            body.put("parameter", parameter);
        }
        return Answer.json(status, body);
    }
}
