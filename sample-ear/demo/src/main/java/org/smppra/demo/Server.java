package org.smppra.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.wildfly.core.launcher.CliCommandBuilder;
import org.wildfly.core.launcher.CommandBuilder;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** WildFly with a directory of its own: configured by a script, then run. */
final class Server {
    private static final long CONFIGURE_MILLIS = TimeUnit.MINUTES.toMillis(3);

    private final Path wildfly;
    private final ServerDirectory directory;

    Server(Path wildfly, ServerDirectory directory) {
        this.wildfly = wildfly;
        this.directory = directory;
    }

    void configure(boolean trustStore, Children children, ServerLog log)
            throws IOException, InterruptedException, DemoException {
        Path script = directory.path().resolve("configure.cli");
        Files.writeString(script, script(trustStore));
        CliCommandBuilder cli = CliCommandBuilder.asModularLauncher(wildfly)
                .addJavaOption("-Djboss.server.base.dir=" + directory.path())
                .setScriptFile(script);
        Child configuring = children.start("configuration", command(cli), log::line);
        if (!configuring.endsWithin(CONFIGURE_MILLIS)) {
            throw new DemoException("configuring the server does not end");
        }
        if (configuring.exitCode() != 0) {
            throw new DemoException("the server could not be configured");
        }
    }

    Child start(Map<String, String> environment, int portOffset, Children children, ServerLog log)
            throws IOException, InterruptedException {
        StandaloneCommandBuilder standalone = StandaloneCommandBuilder.of(wildfly)
                .setBaseDirectory(directory.path())
                .setServerConfiguration("standalone-full.xml")
                .addJavaOption("-Djboss.socket.binding.port-offset=" + portOffset);
        ProcessBuilder command = command(standalone);
        // Not on the command line: everybody on this machine can read that.
        command.environment().putAll(environment);
        return children.start("server", command, log::line);
    }

    /** A server installed elsewhere on this machine must not be meant. */
    private ProcessBuilder command(CommandBuilder builder) {
        ProcessBuilder command = new ProcessBuilder(builder.build());
        command.environment().put("JBOSS_HOME", wildfly.toString());
        return command;
    }

    /** The lines for a trust store wait in the script behind a mark. */
    static String script(boolean trustStore) throws IOException {
        try (InputStream script = Server.class.getResourceAsStream("configure.cli")) {
            if (script == null) {
                throw new IOException("configure.cli is missing in the demo's jar");
            }
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return trustStore ? text.replace("#trust-store ", "") : text;
        }
    }
}
