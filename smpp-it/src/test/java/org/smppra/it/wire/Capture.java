package org.smppra.it.wire;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes recorded octets as a capture file, each chunk a TCP segment, so that they can be read without the right to
 * capture. The file format is that of libpcap, link type 101 (raw IP).
 */
final class Capture {
    /** The port of the server, which is the one that SMPP is registered for. */
    static final int PORT = 2775;

    private static final int FIRST_CLIENT_PORT = 40_000;
    private static final int RAW_IP = 101;
    private static final int HEADERS = 40;
    private static final int LOOPBACK = 0x7F000001;

    private final DataOutputStream out;
    private int packets;

    private Capture(DataOutputStream out) {
        this.out = out;
    }

    /** Which connection has this port at its client. */
    static int connection(int clientPort) {
        return clientPort - FIRST_CLIENT_PORT;
    }

    static void write(List<Chunk> chunks, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            Capture capture = new Capture(out);
            capture.header();
            int[][] sequence =
                    new int[chunks.stream().mapToInt(Chunk::connection).max().orElse(0) + 1][2];
            for (Chunk chunk : chunks) {
                capture.packet(chunk, sequence[chunk.connection()]);
            }
        }
    }

    private void header() throws IOException {
        out.writeInt(0xA1B2C3D4);
        out.writeShort(2);
        out.writeShort(4);
        out.writeInt(0);
        out.writeInt(0);
        out.writeInt(0xFFFF);
        out.writeInt(RAW_IP);
    }

    /** @param sequence the octets that client and server sent before */
    private void packet(Chunk chunk, int[] sequence) throws IOException {
        int length = chunk.octets().length();
        int from = chunk.fromClient() ? 0 : 1;
        int[] ports = {FIRST_CLIENT_PORT + chunk.connection(), PORT};
        // One microsecond after the other.
        out.writeInt(1);
        out.writeInt(packets++);
        out.writeInt(HEADERS + length);
        out.writeInt(HEADERS + length);

        out.writeShort(0x4500);
        out.writeShort(HEADERS + length);
        out.writeInt(0);
        out.writeInt(0x40060000);
        out.writeInt(LOOPBACK);
        out.writeInt(LOOPBACK);

        out.writeShort(ports[from]);
        out.writeShort(ports[1 - from]);
        out.writeInt(1 + sequence[from]);
        out.writeInt(1 + sequence[1 - from]);
        out.writeShort(0x5018);
        out.writeShort(0xFFFF);
        out.writeInt(0);
        out.write(chunk.octets().toByteArray());
        sequence[from] += length;
    }
}
