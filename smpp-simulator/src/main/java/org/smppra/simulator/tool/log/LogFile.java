package org.smppra.simulator.tool.log;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that stays below a size: when it is full, it is renamed to {@code FILE.1}, that to {@code FILE.2}, and the last
 * one is forgotten. Used by one thread.
 */
final class LogFile implements PduLog.Sink {
    private final Path file;
    private final long mostOctets;
    private final int files;
    private BufferedWriter writer;
    private long octets;

    /** Appends to what is there. */
    LogFile(Path file, long mostOctets, int files) throws IOException {
        this.file = file;
        this.mostOctets = mostOctets;
        this.files = files;
        this.writer = open();
    }

    private BufferedWriter open() throws IOException {
        BufferedWriter opened = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        octets = Files.size(file);
        return opened;
    }

    @Override
    public void write(String line) throws IOException {
        int length = line.getBytes(StandardCharsets.UTF_8).length + 1;
        if (octets > 0 && octets + length > mostOctets) {
            turn();
        }
        octets += length;
        writer.write(line);
        writer.write('\n');
    }

    @Override
    public void flush() throws IOException {
        writer.flush();
    }

    private void turn() throws IOException {
        writer.close();
        for (int i = files - 1; i > 0; i--) {
            Path from = i == 1 ? file : numbered(i - 1);
            if (Files.exists(from)) {
                Files.move(from, numbered(i), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        // With one file only there is nowhere to move it to.
        Files.deleteIfExists(file);
        writer = open();
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
