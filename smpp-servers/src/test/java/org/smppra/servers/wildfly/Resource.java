package org.smppra.servers.wildfly;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What only the tests want of the server. */
final class Resource {
    private Resource() {}

    static String text(String name) throws IOException {
        try (InputStream file = Resource.class.getResourceAsStream("/wildfly/" + name)) {
            if (file == null) {
                throw new IOException(name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
