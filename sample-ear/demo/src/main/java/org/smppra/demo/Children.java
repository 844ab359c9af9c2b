package org.smppra.demo;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * All processes of the demo. The last one started is the first one stopped, by the end of the demo or by the JVM's,
 * whichever comes first; after that none can be started, so that none survives.
 */
final class Children implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 20_000;

    private final Console console;
    private final Deque<Child> running = new ArrayDeque<>();
    private boolean closed;

    Children(Console console) {
        this.console = console;
    }

    /** Ctrl-C and SIGTERM end the JVM, and this with it. */
    void stopWithTheJvm() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop the demo"));
    }

    synchronized Child start(String name, ProcessBuilder command, Consumer<String> line)
            throws IOException, InterruptedException {
        if (closed) {
            throw new InterruptedException("the demo is being stopped");
        }
        Child child = Child.start(name, command, line);
        running.push(child);
        return child;
    }

    /** When the JVM ends, what fails does so because of that: it is not worth a word, nor a next step of the build. */
    void joinTheJvmIfItEnds() throws InterruptedException {
        if (isClosed()) {
            new CountDownLatch(1).await();
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!running.isEmpty()) {
            Child child = running.pop();
            if (child.isAlive()) {
                console.say("stopping the " + child.name() + " …");
                child.stop(PATIENCE_MILLIS);
            }
        }
    }
}
