package org.smppra.journal;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A directory in memory whose power can be cut. Then every sector that was written and not forced has its old or its new
 * octets, whatever order they were written in, and every name that was made, changed or deleted and not forced may be as
 * before: {@link #restart} says what the disk has. It can also be full, and fail to write or to force.
 */
public final class PowerCutFiles implements JournalFiles {
    private final Random random;
    private final int sector;
    private final SortedMap<String, Disk> names;
    private final SortedMap<String, Disk> forcedNames;
    private final List<Change> changes = new ArrayList<>();
    private long capacity = Long.MAX_VALUE;
    private long operations;
    private long cutAt = Long.MAX_VALUE;
    private String failing = "";
    private int failingForces;
    private int failingWrites;
    private boolean locked;

    private interface Change {
        void apply(Map<String, Disk> directory);
    }

    /** @param sector octets that are written together or not at all: 512 or 4096 */
    public PowerCutFiles(long seed, int sector) {
        this(new Random(seed), sector, new TreeMap<>(), new TreeMap<>());
    }

    private PowerCutFiles(
            Random random, int sector, SortedMap<String, Disk> names, SortedMap<String, Disk> forcedNames) {
        this.random = random;
        this.sector = sector;
        this.names = names;
        this.forcedNames = forcedNames;
    }

    /** The power goes after so many more writes, forces and changes of names. */
    public synchronized void cutAfter(long more) {
        cutAt = operations + more;
    }

    /** The power goes now: nothing works any more. */
    public synchronized void cut() {
        cutAt = operations;
    }

    /** Whether it has gone. */
    public synchronized boolean isOff() {
        return operations >= cutAt;
    }

    /** Writes, forces and changes of names so far. */
    public synchronized long operations() {
        return operations;
    }

    /** What the disk has when the power is back: one of the many things that may have happened. */
    public synchronized PowerCutFiles restart() {
        SortedMap<String, Disk> after = new TreeMap<>(forcedNames);
        for (Change change : changes) {
            if (random.nextBoolean()) {
                change.apply(after);
            }
        }
        after.replaceAll((name, disk) -> disk.afterCut(random, sector));
        return new PowerCutFiles(random, sector, after, new TreeMap<>(after));
    }

    /** The same octets under the same names, all forced, for a test that damages one of many copies. */
    public synchronized PowerCutFiles copy(long seed) {
        SortedMap<String, Disk> copies = new TreeMap<>(names);
        copies.replaceAll((name, disk) -> new Disk(disk.now()));
        return new PowerCutFiles(new Random(seed), sector, copies, new TreeMap<>(copies));
    }

    /** All files together may have so many octets; what is beyond cannot be written. */
    public synchronized void capacity(long octets) {
        capacity = octets;
    }

    /** The next forces of files whose name begins like this fail. */
    public synchronized void failForces(String prefix, int count) {
        failing = prefix;
        failingForces = count;
    }

    /** The next writes to files whose name begins like this fail. */
    public synchronized void failWrites(String prefix, int count) {
        failing = prefix;
        failingWrites = count;
    }

    private boolean fails(Disk disk) {
        return names.entrySet().stream()
                .anyMatch(e -> e.getValue() == disk && e.getKey().startsWith(failing));
    }

    /** The octets of a file. */
    public synchronized byte[] octets(String name) {
        return names.get(name).now();
    }

    /** Other octets for a file, forced. */
    public synchronized void damage(String name, byte[] octets) {
        Disk disk = new Disk(octets);
        names.put(name, disk);
        forcedNames.put(name, disk);
    }

    /** Octets of a file change under whoever has it open. */
    public synchronized void spoil(String name, byte[] from, byte[] to) {
        names.get(name).spoil(from, to);
    }

    /** The file was never there. */
    public synchronized void lose(String name) {
        names.remove(name);
        forcedNames.remove(name);
    }

    /** The names that are there, those in folders too. */
    public synchronized List<String> names() {
        return new ArrayList<>(names.keySet());
    }

    @Override
    public String directory() {
        return "memory";
    }

    @Override
    public synchronized Closeable lock() throws IOException {
        if (locked) {
            throw new JournalLockedException("memory is locked");
        }
        locked = true;
        return () -> {
            synchronized (this) {
                locked = false;
            }
        };
    }

    @Override
    public synchronized List<String> list() {
        return names.keySet().stream().filter(n -> !n.contains("/")).toList();
    }

    @Override
    public synchronized JournalFile create(String name) throws IOException {
        work();
        if (names.containsKey(name)) {
            throw new FileAlreadyExistsException(name);
        }
        Disk disk = new Disk(new byte[0]);
        change(directory -> directory.put(name, disk));
        return new Handle(disk);
    }

    @Override
    public synchronized JournalFile open(String name) throws IOException {
        return new Handle(existing(name));
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        work();
        Disk disk = existing(from);
        if (names.containsKey(to)) {
            throw new FileAlreadyExistsException(to);
        }
        change(directory -> {
            directory.remove(from);
            directory.put(to, disk);
        });
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        work();
        existing(name);
        change(directory -> directory.remove(name));
    }

    @Override
    public synchronized void forceDirectory() throws IOException {
        work();
        forcedNames.clear();
        forcedNames.putAll(names);
        changes.clear();
    }

    private Disk existing(String name) throws IOException {
        Disk disk = names.get(name);
        if (disk == null) {
            throw new FileNotFoundException(name);
        }
        return disk;
    }

    private void change(Change change) {
        change.apply(names);
        changes.add(change);
    }

    private void work() throws IOException {
        if (isOff()) {
            throw new IOException("The power is off");
        }
        operations++;
    }

    private synchronized void write(Disk disk, ByteBuffer from, long position) throws IOException {
        work();
        if (failingWrites > 0 && fails(disk)) {
            failingWrites--;
            throw new IOException("Writing fails");
        }
        long more = position + from.remaining() - disk.size();
        if (more > 0 && names.values().stream().mapToLong(Disk::size).sum() + more > capacity) {
            throw new IOException("No space left on device");
        }
        disk.write(from, (int) position);
    }

    private synchronized void force(Disk disk) throws IOException {
        work();
        if (failingForces > 0 && fails(disk)) {
            failingForces--;
            throw new IOException("Forcing fails");
        }
        disk.force();
    }

    /** One user's view of a file. */
    private final class Handle implements JournalFile {
        private final Disk disk;
        private boolean closed;

        Handle(Disk disk) {
            this.disk = disk;
        }

        @Override
        public long size() {
            synchronized (PowerCutFiles.this) {
                return disk.size();
            }
        }

        @Override
        public void read(ByteBuffer into, long position) throws IOException {
            synchronized (PowerCutFiles.this) {
                if (closed) {
                    throw new IOException("Closed");
                }
                disk.read(into, (int) position);
            }
        }

        @Override
        public void write(ByteBuffer from, long position) throws IOException {
            PowerCutFiles.this.write(disk, from, position);
        }

        @Override
        public void force() throws IOException {
            PowerCutFiles.this.force(disk);
        }

        @Override
        public void close() {
            synchronized (PowerCutFiles.this) {
                closed = true;
            }
        }
    }
}
