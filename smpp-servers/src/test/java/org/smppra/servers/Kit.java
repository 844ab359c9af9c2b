package org.smppra.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The files of the kit, which are those of the pages. Their values are examples; here they are those of the tests.
 *
 * <p>The examples: hosts {@code a.smpp.example:2775} and {@code b.smpp.example:2775} (with TLS 8775; whatever stands
 * between name and port stays), {@code /var/lib/smpp-ra} the adapter's directory, {@code /opt/smpp-ra/} where the kit was
 * unpacked, {@code /etc/smpp-ra/trust.p12} and {@code trust-password} the authorities that are trusted. Account
 * {@code shop} is one of the simulator, its password in a definition {@code secret}.
 */
public final class Kit {
    private static final Pattern HOST = Pattern.compile("([ab])\\.smpp\\.example([^a-z0-9]{1,4})(2775|8775)\\b");

    private final Path directory;
    private final Map<String, String> ports;
    private final Map<String, String> values;

    /**
     * @param ports of the test's gateway by host and example, as {@code a2775}
     * @param values of the tests, by example
     */
    Kit(Path directory, Map<String, String> ports, Map<String, String> values) {
        this.directory = directory;
        this.ports = ports;
        this.values = values;
    }

    /** As it is. */
    public Path file(String file) {
        return directory.resolve(file);
    }

    /** @param file as {@code wildfly/standalone.cli} */
    public String text(String file) {
        try {
            return filled(Files.readString(file(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file, with the test's values, as a file of its own. */
    public Path write(String file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        return Files.writeString(target, text(file));
    }

    String filled(String text) {
        String filled = HOST.matcher(text).replaceAll(this::address);
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }

    private String address(MatchResult host) {
        return "127.0.0.1" + host.group(2).replace("\\", "\\\\") + ports.get(host.group(1) + host.group(3));
    }
}
