package org.smppra.servers.wildfly;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server as the page's command starts it: a script, which is a child of this JVM, and its own JVM. */
final class ServerProcess implements AutoCloseable {
    private static final long PATIENCE_MINUTES = 4;

    /** Starts the script, whose output goes there. */
    interface Start {
        Process begin(Redirect output) throws IOException;
    }

    private final Start start;
    private final Console console;
    private Process script;
    private final Thread atTheEnd = new Thread(this::kill, "end WildFly");

    ServerProcess(Start start, Console console) {
        this.start = start;
        this.console = console;
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    void start() throws IOException {
        if (isAlive()) {
            throw new IllegalStateException("it runs");
        }
        script = start.begin(Redirect.appendTo(console.file().toFile()));
    }

    /** The script has no other child that lasts. */
    private ProcessHandle server() {
        return script.children()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("WildFly has no process of its own"));
    }

    void stop() throws IOException, InterruptedException {
        server().destroy();
        if (!script.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            kill();
            throw new IOException("WildFly does not stop:\n" + console.lastLines());
        }
    }

    /** SIGKILL; the script first, which else might begin something. */
    void kill() {
        Process running = script;
        if (running != null) {
            List<ProcessHandle> all = Stream.concat(Stream.of(running.toHandle()), running.descendants())
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit().join());
        }
    }

    boolean isAlive() {
        Process running = script;
        return running != null && running.isAlive();
    }

    long pid() {
        return server().pid();
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
    }
}
