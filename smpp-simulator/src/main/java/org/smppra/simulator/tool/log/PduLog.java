package org.smppra.simulator.tool.log;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.smppra.message.Octets;
import org.smppra.simulator.WireListener;

/**
 * All PDUs in readable form. Written by a thread of its own; when that cannot follow, PDUs are left out of the log, with
 * a line that says how many: a slow disk must not slow the simulator.
 */
public final class PduLog implements WireListener, AutoCloseable {
    /** Where the lines go. */
    interface Sink extends AutoCloseable {
        void write(String line) throws IOException;

        void flush() throws IOException;

        @Override
        void close() throws IOException;
    }

    record Entry(Instant at, boolean in, String host, String remote, Octets octets) {}

    /** Octets that wait to be written, with some for each entry itself. */
    private static final long MOST_WAITING = 16L << 20;

    private static final int ENTRY = 100;
    private static final long JOIN_MILLIS = 5_000;

    private final FrameText text;
    private final Sink sink;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Thread thread = new Thread(this::work, "sim-pdu-log");
    private ArrayDeque<Entry> waiting = new ArrayDeque<>();
    private long weight;
    private long leftOut;
    private boolean closed;

    PduLog(Content content, Sink sink) {
        this.text = new FrameText(content);
        this.sink = sink;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Into a file that is turned over when it is full.
     *
     * @param mostOctets of each file
     * @param files at most
     * @throws IOException if it cannot be written
     */
    public static PduLog toFile(Path file, long mostOctets, int files, Content content) throws IOException {
        return new PduLog(content, new LogFile(file, mostOctets, files));
    }

    /** On the console. */
    public static PduLog toConsole(PrintStream out, Content content) {
        return new PduLog(content, new Sink() {
            @Override
            public void write(String line) {
                out.println(line);
            }

            @Override
            public void flush() {
                out.flush();
            }

            @Override
            public void close() {
                flush();
            }
        });
    }

    @Override
    public void received(String host, String remote, Octets pdu) {
        add(new Entry(Instant.now(), true, host, remote, pdu));
    }

    @Override
    public void sent(String host, String remote, Octets octets) {
        add(new Entry(Instant.now(), false, host, remote, octets));
    }

    private void add(Entry entry) {
        int more = entry.octets.length() + ENTRY;
        lock.lock();
        try {
            if (entry.octets.isEmpty() || closed) {
                return;
            }
            if (weight + more > MOST_WAITING) {
                leftOut++;
                return;
            }
            weight += more;
            waiting.add(entry);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try (sink) {
            for (List<String> lines = take(); !lines.isEmpty(); lines = take()) {
                for (String line : lines) {
                    sink.write(line);
                }
                sink.flush();
            }
        } catch (IOException e) {
            System.err.println("smpp-simulator: the PDU log ends, it cannot be written: " + e.getMessage());
            end();
        }
    }

    /** Empty when closed and all is written. */
    private List<String> take() {
        ArrayDeque<Entry> taken;
        List<String> lines = new ArrayList<>();
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                arrived.awaitUninterruptibly();
            }
            taken = waiting;
            waiting = new ArrayDeque<>();
            weight = 0;
            if (leftOut > 0 && !taken.isEmpty()) {
                lines.add("... " + leftOut + " entries were left out: the log could not be written as fast");
                leftOut = 0;
            }
        } finally {
            lock.unlock();
        }
        taken.forEach(entry -> lines.addAll(text.lines(entry)));
        return lines;
    }

    private void end() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when all is written, or after some seconds. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
