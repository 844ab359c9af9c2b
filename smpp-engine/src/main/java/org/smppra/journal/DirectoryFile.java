package org.smppra.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A file of a {@link DirectoryFiles}. The JDK closes a channel under everybody when one of the threads that use it is
 * interrupted, as servers do to threads of applications: then it is opened again, and what was under way is done again.
 */
final class DirectoryFile implements JournalFile {
    /** The JDK keeps a direct buffer of the largest size used with each thread that reads or writes. */
    private static final int CHUNK = 128 << 10;

    private final Path path;
    private final Set<OpenOption> again;
    private final ReentrantLock reopening = new ReentrantLock();
    private volatile FileChannel channel;
    private volatile boolean closed;

    private DirectoryFile(Path path, FileChannel channel, Set<OpenOption> again) {
        this.path = path;
        this.channel = channel;
        this.again = again;
    }

    static DirectoryFile create(Path path, FileAttribute<?>... attributes) throws IOException {
        Set<OpenOption> options =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileChannel channel = FileChannel.open(path, options, attributes);
        return new DirectoryFile(path, channel, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    static DirectoryFile open(Path path) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new DirectoryFile(path, FileChannel.open(path, options), options);
    }

    /** Of a directory, to force the names in it. */
    static DirectoryFile openDirectory(Path path) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.READ);
        return new DirectoryFile(path, FileChannel.open(path, options), options);
    }

    @Override
    public long size() throws IOException {
        long[] size = new long[1];
        uninterrupted(c -> size[0] = c.size());
        return size[0];
    }

    @Override
    public void read(ByteBuffer into, long position) throws IOException {
        int start = into.position();
        int end = into.limit();
        uninterrupted(c -> {
            into.limit(end).position(start);
            long at = position;
            while (into.position() < end) {
                int read = c.read(into.limit(Math.min(end, into.position() + CHUNK)), at);
                if (read < 0) {
                    break;
                }
                at += read;
            }
        });
        into.limit(end);
    }

    @Override
    public void write(ByteBuffer from, long position) throws IOException {
        int start = from.position();
        int end = from.limit();
        uninterrupted(c -> {
            from.limit(end).position(start);
            long at = position;
            while (from.position() < end) {
                at += c.write(from.limit(Math.min(end, from.position() + CHUNK)), at);
            }
        });
    }

    @Override
    public void force() throws IOException {
        uninterrupted(c -> c.force(false));
    }

    /** Forces a directory. */
    void forceNames() throws IOException {
        uninterrupted(c -> c.force(true));
    }

    private interface Step {
        void run(FileChannel channel) throws IOException;
    }

    private void uninterrupted(Step step) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                FileChannel current = channel;
                try {
                    step.run(current);
                    return;
                } catch (ClosedChannelException e) {
                    interrupted |= Thread.interrupted();
                    reopen(current, e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void reopen(FileChannel broken, ClosedChannelException e) throws IOException {
        reopening.lock();
        try {
            if (closed) {
                throw e;
            }
            if (channel == broken) {
                channel = FileChannel.open(path, again);
            }
        } finally {
            reopening.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        reopening.lock();
        try {
            closed = true;
            channel.close();
        } finally {
            reopening.unlock();
        }
    }
}
