package org.smppra.benchmark.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.smppra.journal.JournalFile;
import org.smppra.journal.JournalFiles;

/** A directory whose forces take longer, as those of a disk do that really forces. */
record SlowFiles(JournalFiles files, long nanos) implements JournalFiles {
    static void linger(long nanos) {
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private record SlowFile(JournalFile file, long nanos) implements JournalFile {
        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void read(ByteBuffer into, long position) throws IOException {
            file.read(into, position);
        }

        @Override
        public void write(ByteBuffer from, long position) throws IOException {
            file.write(from, position);
        }

        @Override
        public void force() throws IOException {
            file.force();
            linger(nanos);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @Override
    public String directory() {
        return files.directory();
    }

    @Override
    public Closeable lock() throws IOException {
        return files.lock();
    }

    @Override
    public List<String> list() throws IOException {
        return files.list();
    }

    @Override
    public JournalFile create(String name) throws IOException {
        return new SlowFile(files.create(name), nanos);
    }

    @Override
    public JournalFile open(String name) throws IOException {
        return new SlowFile(files.open(name), nanos);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        files.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        files.delete(name);
    }

    @Override
    public void forceDirectory() throws IOException {
        files.forceDirectory();
        linger(nanos);
    }
}
