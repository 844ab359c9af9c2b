package org.smppra.servers.tomee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.smppra.servers.Environment;

/** The directory that {@code CATALINA_BASE} names: what an operator has of TomEE, beside the unpacked distribution. */
record TomeeBase(Environment environment) {
    private static final int INSTALL_SECONDS = 120;
    private static final String DIRECT =
            "SmppConnectionFactory.submitMode = DIRECT\nSmppConnectionFactory.TransactionSupport = none\n";

    Path path() {
        return environment.directory().resolve("base");
    }

    Path apps() {
        return path().resolve("apps");
    }

    /** As {@code bin/makebase.sh} makes it, with other ports and what the page says. */
    void create(int http) throws IOException {
        for (String name : List.of("apps", "conf", "lib", "logs", "temp", "webapps", "work")) {
            Files.createDirectories(path().resolve(name));
        }
        try (Stream<Path> files = Files.list(environment.home().resolve("conf"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, conf(file.getFileName().toString()));
            }
        }
        Path server = conf("server.xml");
        Files.writeString(
                server,
                Files.readString(server)
                        .replace("<Server port=\"8005\"", "<Server port=\"-1\"")
                        .replace("<Connector port=\"8080\"", "<Connector address=\"127.0.0.1\" port=\"" + http + "\""));
        append("system.properties", environment.kit().text("tomee/system.properties"));
        append("system.properties", environment.kit().text("tomee/nested.properties"));
        append("system.properties", "openejb.autodeploy.interval = 250 milliseconds\n");
        append("logging.properties", environment.kit().text("tomee/logging.properties"));
        Files.copy(
                environment.driver(),
                path().resolve("lib").resolve(environment.driver().getFileName()));
    }

    /** With the adapter or without it; for the next start. */
    void configure(boolean adapter) throws IOException {
        String dataSource = environment
                .kit()
                .text("tomee/data-source.xml")
                .replace("db.example", "127.0.0.1")
                .replace("5432", String.valueOf(environment.database()));
        Files.writeString(
                conf("tomee.xml"),
                environment
                        .kit()
                        .text("tomee/tomee.xml")
                        .replace(
                                "  <!-- adapter.xml, data-source.xml -->\n",
                                (adapter ? environment.kit().text("tomee/adapter.xml") : "") + dataSource));
    }

    /** The mode of the factory in an EAR; for the next start. */
    void becomeDirect(boolean direct) throws IOException {
        Path properties = conf("system.properties");
        String text = Files.readString(properties).replace(DIRECT, "");
        Files.writeString(properties, direct ? text + DIRECT : text);
    }

    /** Runs the script of the kit. */
    void install() throws IOException, InterruptedException {
        Path kit = environment.directory().resolve("kit");
        Path script = environment.kit().write("tomee/install.sh", kit.resolve("install.sh"));
        Path output = kit.resolve("install.log");
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        setEnvironment(builder);
        Process process = builder.start();
        if (!process.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(Files.readString(output));
        }
    }

    /** The adapter's classes; the recovery stays, which serves all resources. */
    void uninstall() throws IOException {
        try (Stream<Path> jars = Files.list(path().resolve("lib"))) {
            for (Path jar : jars.filter(each -> each.getFileName().toString().startsWith("smpp-"))
                    .toList()) {
                Files.delete(jar);
            }
        }
    }

    void setEnvironment(ProcessBuilder builder) {
        builder.environment().put("JAVA_HOME", environment.javaHome().toString());
        builder.environment().remove("JRE_HOME");
        builder.environment().put("CATALINA_HOME", environment.home().toString());
        builder.environment().put("CATALINA_BASE", path().toString());
        builder.environment().put("CATALINA_OPTS", "-Xmx512m");
    }

    private Path conf(String name) {
        return path().resolve("conf").resolve(name);
    }

    private void append(String name, String text) throws IOException {
        Files.writeString(conf(name), text, StandardOpenOption.APPEND);
    }
}
