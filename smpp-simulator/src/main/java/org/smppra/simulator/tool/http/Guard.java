package org.smppra.simulator.tool.http;

import com.sun.net.httpserver.Headers;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages of others out. A page in somebody's browser can send requests to this machine: a Host that is a foreign
 * name means a name that was made to point here, an Origin that is not ours a page that is not ours, and a JSON body is
 * what no page may send elsewhere without being asked.
 *
 * @param names by which this machine may be called, beside localhost and addresses in digits
 */
record Guard(Set<String> names) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-fA-F:.%]+]");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

    Guard {
        names = Set.copyOf(names);
    }

    void check(String method, Headers headers) {
        String host = headers.getFirst("Host");
        if (host == null || !isOurs(host)) {
            throw new Problem(
                    403, "Host", "call this machine localhost or by its address, or allow the name with --http-name");
        }
        if (isReading(method)) {
            return;
        }
        String origin = headers.getFirst("Origin");
        if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
            throw new Problem(403, "Origin", "a page of another site may not change anything here");
        }
        // DELETE is nothing that a page may send elsewhere, and has no body.
        if (!method.equals("DELETE") && !isJson(headers.getFirst("Content-Type"))) {
            throw new Problem(415, "Content-Type", "what changes something needs Content-Type: application/json");
        }
    }

    static boolean isReading(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    private boolean isOurs(String host) {
        String name = PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || names.contains(name)
                || ADDRESS.matcher(name).matches();
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }
}
