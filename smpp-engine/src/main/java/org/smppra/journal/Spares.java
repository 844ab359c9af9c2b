package org.smppra.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files of zeros that are kept ready: {@link #KEPT}, one for the log to go on with, and one that a full disk leaves to
 * settling and cleaning. They are made in pieces, each forced by itself, so that no commit waits behind megabytes of
 * zeros. Belongs to the writer thread.
 */
final class Spares {
    static final int KEPT = 2;

    private static final String PREFIX = "spare-";
    private static final String SUFFIX = ".tmp";
    private static final int PIECE = 512 << 10;

    private final JournalFiles files;
    private final int size;
    private final ByteBuffer zeros = ByteBuffer.allocate(64 << 10);
    private final ArrayDeque<Spare> ready = new ArrayDeque<>();
    private @Nullable Spare building;
    private int written;
    private @Nullable IOException failure;
    private volatile long octets;

    Spares(JournalFiles files, int size) {
        this.files = files;
        this.size = size;
    }

    /** Takes over what an earlier run left, if it is whole and was never used; deletes the rest. */
    void adopt(List<String> names) throws IOException {
        for (String name : names) {
            if (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) {
                @Nullable Spare spare = ready.size() < KEPT ? usable(name) : null;
                if (spare == null) {
                    files.delete(name);
                } else {
                    ready.add(spare);
                }
            }
        }
        count();
    }

    private @Nullable Spare usable(String name) throws IOException {
        JournalFile file = files.open(name);
        try {
            if (file.size() == size && zero(file)) {
                file.force();
                return new Spare(name, file, size);
            }
        } catch (IOException e) {
            failure = e;
        }
        file.close();
        return null;
    }

    private boolean zero(JournalFile file) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(zeros.capacity());
        for (int at = 0; at < size; at += piece.capacity()) {
            piece.clear().limit(Math.min(piece.capacity(), size - at));
            file.read(piece, at);
            if (!piece.flip().equals(zeros.clear().limit(piece.limit()))) {
                return false;
            }
        }
        return true;
    }

    /** How much is written and forced in one step. */
    int piece() {
        return Math.min(PIECE, size / 4);
    }

    int ready() {
        return ready.size();
    }

    boolean complete() {
        return ready.size() >= KEPT;
    }

    /** Why the last one could not be made; null if it could. */
    @Nullable
    IOException failure() {
        return failure;
    }

    /** What all of them, and the one that is being made, take on disk. */
    long octets() {
        return octets;
    }

    /**
     * Makes the next piece of one. A failure is kept until one is whole, and what there was of it deleted.
     *
     * @return whether it could be made
     */
    boolean step() {
        boolean made = true;
        try {
            Spare spare = building;
            if (spare == null) {
                String name = freeName();
                spare = new Spare(name, files.create(name), size);
                building = spare;
                written = 0;
            }
            int until = Math.min(size, written + piece());
            fill(spare.file(), written, until);
            written = until;
            if (written == size) {
                ready.add(spare);
                building = null;
                failure = null;
            }
        } catch (IOException e) {
            made = false;
            failure = e;
            discard();
        }
        count();
        return made;
    }

    /** Makes so many, if there are fewer. @return whether there are */
    boolean make(int wanted) {
        boolean going = true;
        while (going && ready.size() < wanted) {
            going = step();
        }
        return going;
    }

    /** One that is ready, or was made now. */
    Spare take() throws IOException {
        if (!make(1)) {
            throw failure == null ? new IOException("No file could be made") : failure;
        }
        Spare spare = ready.remove();
        count();
        return spare;
    }

    /** One of another size, made now. */
    Spare take(int octets) throws IOException {
        String name = freeName();
        JournalFile file = files.create(name);
        try {
            fill(file, 0, octets);
            return new Spare(name, file, octets);
        } catch (IOException e) {
            drop(name, file);
            throw e;
        }
    }

    private void fill(JournalFile file, int from, int until) throws IOException {
        for (int at = from; at < until; at += zeros.capacity()) {
            file.write(zeros.clear().limit(Math.min(zeros.capacity(), until - at)), at);
        }
        file.force();
    }

    private String freeName() {
        List<String> taken = new ArrayList<>();
        ready.forEach(s -> taken.add(s.name()));
        if (building != null) {
            taken.add(building.name());
        }
        int i = 1;
        while (taken.contains(PREFIX + i + SUFFIX)) {
            i++;
        }
        return PREFIX + i + SUFFIX;
    }

    private void discard() {
        Spare spare = building;
        building = null;
        if (spare != null) {
            drop(spare.name(), spare.file());
        }
    }

    private void drop(String name, JournalFile file) {
        try {
            file.close();
            files.delete(name);
        } catch (IOException e) {
            failure = e;
        }
    }

    private void count() {
        octets = (long) ready.size() * size + (building == null ? 0 : written);
    }

    void close() throws IOException {
        for (Spare spare : ready) {
            spare.file().close();
        }
        if (building != null) {
            building.file().close();
        }
    }
}
