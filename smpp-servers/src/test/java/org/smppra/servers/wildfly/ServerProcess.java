package org.smppra.servers.wildfly;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wildfly.core.launcher.CliCommandBuilder;
import org.wildfly.core.launcher.CommandBuilder;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** The server's own JVM, which is a child of this one, and those of its command line interface. */
final class ServerProcess implements AutoCloseable {
    private static final long PATIENCE_MINUTES = 4;

    private final Path home;
    private final Path javaHome;
    private final BaseDirectory directory;
    private final PortOffset ports;
    private Process process;
    private final Thread atTheEnd = new Thread(this::kill, "end WildFly");

    ServerProcess(Path home, Path javaHome, BaseDirectory directory, PortOffset ports) {
        this.home = home;
        this.javaHome = javaHome;
        this.directory = directory;
        this.ports = ports;
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /** Runs a script while the server is not running; what the command line interface answered. */
    String configure(String name, String script) throws IOException, InterruptedException {
        return run(name, script, CliCommandBuilder.asModularLauncher(home));
    }

    /** Runs a script at the running server. */
    void command(String name, String script) throws IOException, InterruptedException {
        run(name, script, CliCommandBuilder.asModularLauncher(home).setConnection("127.0.0.1", ports.management()));
    }

    private String run(String name, String script, CliCommandBuilder cli) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.path().resolve(name + ".cli"), script);
        Path answers = directory.path().resolve(name + ".log");
        cli.setJavaHome(javaHome)
                .addJavaOption("-Djboss.server.base.dir=" + directory.path())
                .setScriptFile(file);
        Process configuring = launch(cli, Redirect.to(answers.toFile()));
        try {
            if (!configuring.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || configuring.exitValue() != 0) {
                throw new IOException(name + ".cli failed:\n" + Files.readString(answers));
            }
        } finally {
            configuring.destroyForcibly();
        }
        return Files.readString(answers);
    }

    void start() throws IOException {
        if (isAlive()) {
            throw new IllegalStateException("it runs");
        }
        StandaloneCommandBuilder standalone = StandaloneCommandBuilder.of(home)
                .setJavaHome(javaHome)
                .setBaseDirectory(directory.path())
                .setServerConfiguration("standalone-full.xml")
                .addJavaOption("-Xmx512m")
                .addJavaOption("-Djboss.socket.binding.port-offset=" + ports.value())
                .addJavaOption("-DRecoveryEnvironmentBean.periodicRecoveryPeriod=5")
                .addJavaOption("-DRecoveryEnvironmentBean.recoveryBackoffPeriod=1")
                // How long a branch without a coordinator is left alone.
                .addJavaOption("-DJTAEnvironmentBean.orphanSafetyInterval=1000");
        process = launch(standalone, Redirect.appendTo(directory.console().toFile()));
    }

    private Process launch(CommandBuilder builder, Redirect output) throws IOException {
        ProcessBuilder command = new ProcessBuilder(builder.build());
        // A server installed elsewhere on this machine must not be meant.
        command.environment().put("JBOSS_HOME", home.toString());
        return command.redirectErrorStream(true).redirectOutput(output).start();
    }

    void stop() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            kill();
            throw new IOException("WildFly does not stop:\n" + lastLines());
        }
    }

    /** SIGKILL. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    long pid() {
        return process.pid();
    }

    String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(directory.console());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
    }
}
