package org.smppra.simulator.tool.http;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a request is answered. */
record Answer(int status, String contentType, String body) {
    static Answer json(Object value) {
        return json(200, value);
    }

    static Answer json(int status, Object value) {
        try {
            String text = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(value) + "\n";
            return new Answer(status, "application/json", text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
