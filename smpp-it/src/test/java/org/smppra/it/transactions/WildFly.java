package org.smppra.it.transactions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.smppra.it.wildfly.Waiting;
import org.wildfly.core.launcher.CliCommandBuilder;
import org.wildfly.core.launcher.CommandBuilder;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** A WildFly of its own that may die, and be started again with what it wrote. */
public final class WildFly implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path home;
    private final ServerDirectory directory;
    private final int portOffset;
    private final Map<String, String> environment;
    private @Nullable Process process;
    private final Thread atTheEnd = new Thread(this::kill, "end WildFly");

    public WildFly(Path home, ServerDirectory directory, int portOffset, Map<String, String> environment) {
        this.home = home;
        this.directory = directory;
        this.portOffset = portOffset;
        this.environment = new TreeMap<>(environment);
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /** Runs a script of the command line interface while the server is not running. */
    public void configure(Path script) throws IOException, InterruptedException {
        CliCommandBuilder cli = CliCommandBuilder.asModularLauncher(home)
                .addJavaOption("-Djboss.server.base.dir=" + directory.path())
                .setScriptFile(script);
        Process configuring = launch(cli);
        try {
            if (!configuring.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || configuring.exitValue() != 0) {
                throw new IOException("the server could not be configured:\n" + lastLines());
            }
        } finally {
            configuring.destroyForcibly();
        }
    }

    /** Returns when the application answers. */
    void start(Application application) throws Exception {
        start(application::answers);
    }

    /** @param answers whether what shall run in it does */
    public void start(Callable<Boolean> answers, String... javaOptions) throws Exception {
        StandaloneCommandBuilder standalone = StandaloneCommandBuilder.of(home)
                .setBaseDirectory(directory.path())
                .setServerConfiguration("standalone-full.xml")
                .addJavaOption("-Xmx512m")
                .addJavaOption("-XX:TieredStopAtLevel=" + System.getProperty("it.jit"))
                .addJavaOption("-Djboss.socket.binding.port-offset=" + portOffset)
                .addJavaOption("-DRecoveryEnvironmentBean.periodicRecoveryPeriod=5")
                .addJavaOption("-DRecoveryEnvironmentBean.recoveryBackoffPeriod=1")
                // How long a branch without a coordinator is left alone; a server that was not restarted needs longer.
                .addJavaOption("-DJTAEnvironmentBean.orphanSafetyInterval=1000");
        for (String option : javaOptions) {
            standalone.addJavaOption(option);
        }
        process = launch(standalone);
        Waiting.until("the application answers", PATIENCE, () -> {
            if (!process.isAlive() || directory.hasFailedDeployment()) {
                throw new IOException("the server does not run the application:\n" + lastLines());
            }
            return answers.call();
        });
    }

    private Process launch(CommandBuilder builder) throws IOException {
        ProcessBuilder command = new ProcessBuilder(builder.build());
        command.environment().putAll(environment);
        // A server installed elsewhere on this machine must not be meant.
        command.environment().put("JBOSS_HOME", home.toString());
        return command.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(directory.console().toFile()))
                .start();
    }

    /** Waits until it has ended by itself; its exit code. */
    int awaitEnd() throws Exception {
        Waiting.until("the server has ended", PATIENCE, () -> !process.isAlive());
        return process.exitValue();
    }

    /** SIGKILL. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Of the JVM that runs now. */
    public long pid() {
        return process.pid();
    }

    /** What it wrote so far. */
    public String console() throws IOException {
        return Files.readString(directory.console());
    }

    private String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(directory.console());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    /** Stops it in good order, as an administrator would. */
    @Override
    public void close() throws IOException, InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                throw new IOException("the server does not stop:\n" + lastLines());
            }
        }
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
    }
}
