package org.smppra.servers.glassfish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smppra.servers.FreePorts;

/** The domain of the distribution, on ports of its own. */
record Domain(Path directory, int adminPort, int httpPort) {
    static final String DOMAINS = "glassfish/domains";

    /** Administration, HTTP, then what nobody uses here; what a distribution has not, is not replaced. */
    private static final List<Integer> USUAL_PORTS =
            List.of(4848, 8080, 8181, 7676, 3700, 3820, 3920, 8686, 6666, 4900);

    /** Payara would look for other domains on the machine. */
    private static final String DATA_GRID = "<hazelcast-config-specific-configuration";

    /** Gives it its ports. */
    static Domain of(Path home) throws IOException {
        List<Integer> ports = FreePorts.some(USUAL_PORTS.size());
        Domain domain = new Domain(home.resolve(DOMAINS).resolve("domain1"), ports.get(0), ports.get(1));
        Path settings = domain.directory().resolve("config").resolve("domain.xml");
        String text = Files.readString(settings).replace(DATA_GRID, DATA_GRID + " enabled=\"false\"");
        for (int i = 0; i < ports.size(); i++) {
            text = Pattern.compile("([\"=])" + USUAL_PORTS.get(i) + "([\"<])")
                    .matcher(text)
                    .replaceAll("$1" + ports.get(i) + "$2");
        }
        Files.writeString(settings, text);
        return domain;
    }

    /** What a JVM left that was killed: its identifier may be another process's now. */
    void forgetProcess() throws IOException {
        Files.deleteIfExists(pid());
    }

    private Path pid() {
        return directory().resolve("config").resolve("pid");
    }

    /** The server's JVM that started last, if it still runs. */
    @Nullable
    ProcessHandle process() throws IOException {
        Path pid = pid();
        return Files.exists(pid)
                ? ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                        .orElse(null)
                : null;
    }

    /** Of all runs: a file that is full was renamed. */
    String log() throws IOException {
        Path logs = directory().resolve("logs");
        try (Stream<Path> files = Files.list(logs)) {
            return Stream.concat(
                            files.filter(file -> file.getFileName().toString().startsWith("server.log_"))
                                    .sorted(),
                            Stream.of(logs.resolve("server.log")))
                    .filter(Files::exists)
                    .map(Domain::text)
                    .collect(Collectors.joining());
        }
    }

    /** The store of the authorities that it trusts. */
    Path trustStore() {
        Path config = directory().resolve("config");
        Path store = config.resolve("cacerts.p12");
        return Files.exists(store) ? store : config.resolve("cacerts.jks");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
