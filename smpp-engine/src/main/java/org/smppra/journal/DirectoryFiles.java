package org.smppra.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real directory. What it makes only its owner may read, where the file system knows owners; a directory that was
 * there keeps the rights it has.
 */
public final class DirectoryFiles implements JournalFiles {
    private static final String LOCK = "journal.lock";

    private final Path directory;
    private final boolean posix;

    private DirectoryFiles(Path directory) {
        this.directory = directory;
        posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * The files of this directory, which is made if it is not there.
     *
     * @throws IOException if it cannot be made
     */
    public static DirectoryFiles of(Path directory) throws IOException {
        DirectoryFiles files = new DirectoryFiles(directory.toAbsolutePath());
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, files.onlyOwner("rwx------"));
        }
        return files;
    }

    private FileAttribute<?>[] onlyOwner(String rights) {
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(rights);
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    @Override
    public String directory() {
        return directory.toString();
    }

    /**
     * A lock of the file journal.lock. Inside one JVM a system property comes first: it is seen by all class loaders,
     * and it keeps a second user from opening and closing the file, by which POSIX would give the first one's lock free.
     */
    @Override
    public Closeable lock() throws IOException {
        String mine = "org.smppra.journal.lock:" + directory.toRealPath();
        if (System.getProperties().putIfAbsent(mine, "held") != null) {
            throw locked("another user in this JVM", null);
        }
        @Nullable FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    directory.resolve(LOCK),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    onlyOwner("rw-------"));
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw locked("another process", null);
            }
            FileChannel held = channel;
            return () -> {
                try (held) {
                    lock.release();
                } finally {
                    System.getProperties().remove(mine);
                }
            };
        } catch (OverlappingFileLockException e) {
            close(channel, mine);
            throw locked("another user in this JVM", e);
        } catch (IOException | RuntimeException e) {
            close(channel, mine);
            throw e;
        }
    }

    private static void close(@Nullable FileChannel channel, String mine) throws IOException {
        System.getProperties().remove(mine);
        if (channel != null) {
            channel.close();
        }
    }

    private JournalLockedException locked(String who, @Nullable Throwable cause) {
        JournalLockedException locked = new JournalLockedException("The journal in " + directory + " is used by " + who
                + "; give this one a directory of its own, or end the other");
        if (cause != null) {
            locked.initCause(cause);
        }
        return locked;
    }

    @Override
    public List<String> list() throws IOException {
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.filter(Files::isRegularFile)
                    .map(p -> String.valueOf(p.getFileName()))
                    .collect(Collectors.toList());
        }
    }

    @Override
    public JournalFile create(String name) throws IOException {
        return DirectoryFile.create(directory.resolve(name), onlyOwner("rw-------"));
    }

    @Override
    public JournalFile open(String name) throws IOException {
        return DirectoryFile.open(directory.resolve(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Path target = directory.resolve(to);
        Path folder = target.getParent();
        if (folder != null && !folder.equals(directory) && !Files.isDirectory(folder)) {
            Files.createDirectory(folder, onlyOwner("rwx------"));
        }
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Files.move(directory.resolve(from), target);
        if (folder != null && !folder.equals(directory)) {
            force(folder);
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Files.delete(directory.resolve(name));
    }

    @Override
    public void forceDirectory() throws IOException {
        force(directory);
    }

    /** Windows has no such thing: there a name is as safe as the file system's own log. */
    private void force(Path folder) throws IOException {
        if (posix) {
            try (DirectoryFile names = DirectoryFile.openDirectory(folder)) {
                names.forceNames();
            }
        }
    }
}
