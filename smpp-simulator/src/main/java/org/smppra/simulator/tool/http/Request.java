package org.smppra.simulator.tool.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, read whole.
 *
 * @param path its segments, decoded
 */
record Request(String method, List<String> path, Map<String, String> query, String body) {
    /** A behaviour, a report: all is short. */
    static final int MOST_OCTETS = 64 * 1024;

    static Request of(HttpExchange exchange) throws IOException {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(MOST_OCTETS + 1);
        }
        if (body.length > MOST_OCTETS) {
            throw new Problem(413, null, "the body is longer than " + MOST_OCTETS + " octets");
        }
        String path = exchange.getRequestURI().getRawPath();
        return new Request(
                exchange.getRequestMethod(),
                segments(path == null ? "/" : path),
                query(exchange.getRequestURI().getRawQuery()),
                new String(body, StandardCharsets.UTF_8));
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(Request::decoded)
                .toList();
    }

    private static Map<String, String> query(@Nullable String text) {
        Map<String, String> query = new HashMap<>();
        if (text != null) {
            for (String pair : text.split("&")) {
                String[] sides = pair.split("=", 2);
                query.put(decoded(sides[0]), sides.length == 2 ? decoded(sides[1]) : "");
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, null, "the address holds a % that begins no octet");
        }
    }

    /** The JSON object in the body. */
    Parameters parameters(String... known) {
        return Parameters.of(body, known);
    }
}
