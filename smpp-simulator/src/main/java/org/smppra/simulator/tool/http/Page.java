package org.smppra.simulator.tool.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The status page: three files, nothing from elsewhere. */
final class Page {
    void addTo(Routes routes) {
        add(routes, "/", "page.html", "text/html");
        add(routes, "/page.css", "page.css", "text/css");
        add(routes, "/page.js", "page.js", "text/javascript");
    }

    private static void add(Routes routes, String path, String file, String contentType) {
        routes.add("GET", path, request -> new Answer(200, contentType, read(file)));
    }

    private static String read(String file) {
        try (InputStream in = Page.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
