package org.smppra.ra;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the server keeps its data, as far as a system property says so. */
final class ServerDirectory {
    /** WildFly; Payara and GlassFish; Open Liberty; TomEE. */
    private static final List<String> PROPERTIES =
            List.of("jboss.server.data.dir", "com.sun.aas.instanceRoot", "server.output.dir", "catalina.base");

    private ServerDirectory() {}

    /**
     * The directory of an adapter's outbox.
     *
     * @param adapter its name
     * @return null if no property says where the server is
     */
    static @Nullable Path ofOutbox(String adapter, UnaryOperator<@Nullable String> systemProperties) {
        return PROPERTIES.stream()
                .map(systemProperties)
                .filter(Objects::nonNull)
                .findFirst()
                .map(data -> Path.of(data, "smpp-ra", fileName(adapter)))
                .orElse(null);
    }

    /** No name leads out of the directory. */
    private static String fileName(String adapter) {
        String encoded = URLEncoder.encode(adapter, StandardCharsets.UTF_8).replace("*", "%2A");
        return encoded.startsWith(".") ? "%2E" + encoded.substring(1) : encoded;
    }
}
