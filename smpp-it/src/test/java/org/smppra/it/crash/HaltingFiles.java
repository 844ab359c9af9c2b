package org.smppra.it.crash;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.smppra.journal.JournalFile;
import org.smppra.journal.JournalFiles;

/** Files with a halting point before and after each operation, and in the middle of a write. */
final class HaltingFiles implements JournalFiles {
    private final JournalFiles real;
    private final HaltPoint halt;

    HaltingFiles(JournalFiles real, HaltPoint halt) {
        this.real = real;
        this.halt = halt;
    }

    @Override
    public String directory() {
        return real.directory();
    }

    @Override
    public Closeable lock() throws IOException {
        return real.lock();
    }

    @Override
    public List<String> list() throws IOException {
        return real.list();
    }

    @Override
    public JournalFile create(String name) throws IOException {
        halt.reached("disk create");
        JournalFile file = real.create(name);
        halt.reached("disk created");
        return new HaltingFile(file);
    }

    @Override
    public JournalFile open(String name) throws IOException {
        return new HaltingFile(real.open(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        halt.reached("disk rename");
        real.rename(from, to);
        halt.reached("disk renamed");
    }

    @Override
    public void delete(String name) throws IOException {
        halt.reached("disk delete");
        real.delete(name);
        halt.reached("disk deleted");
    }

    @Override
    public void forceDirectory() throws IOException {
        halt.reached("disk force names");
        real.forceDirectory();
    }

    private final class HaltingFile implements JournalFile {
        private final JournalFile file;

        HaltingFile(JournalFile file) {
            this.file = file;
        }

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
            halt.reached("disk write");
            int half = from.remaining() / 2;
            ByteBuffer first = from.slice(from.position(), half);
            file.write(first, position);
            halt.reached("disk half written");
            from.position(from.position() + half);
            file.write(from, position + half);
            halt.reached("disk written");
        }

        @Override
        public void force() throws IOException {
            halt.reached("disk force");
            file.force();
            halt.reached("disk forced");
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
