package org.smppra.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many entries in a small heap, replaced in random order many times over: memory stays flat and the disk bounded. */
class CapacityTest {
    private static final boolean LONG = Integer.getInteger("smpp.test.scale", 1) >= 20;
    private static final int ENTRIES = LONG ? 1_000_000 : 100_000;
    private static final int REPLACEMENTS = 10 * ENTRIES / (LONG ? 1 : 2);
    private static final int SEGMENT = LONG ? 8 << 20 : 1 << 20;
    private static final String HEAP = LONG ? "-Xmx128m" : "-Xmx32m";
    private static final long MIB = 1 << 20;

    @TempDir
    Path directory;

    @Test
    void memory_stays_flat_and_the_disk_bounded() throws Exception {
        Map<String, Long> said = run();
        assertThat(said.get("seen")).isEqualTo(ENTRIES);
        assertThat(said.get("liveOctets")).isEqualTo(ENTRIES * 316L);
        assertThat(said.get("copied")).as("copied by cleaning").isPositive();
        assertThat(said.get("maxDisk")).isLessThan((long)
                (said.get("liveOctets") * JournalSettings.defaults().diskFactor() * 1.1));
        assertThat(said.get("heapEnd")).isLessThan(said.get("heapQuarter") + 4 * MIB);
        // keys of the program itself are 8 octets each
        assertThat(said.get("heapEnd")).isLessThan(ENTRIES * 60L + 8 * MIB);
    }

    private Map<String, Long> run() throws Exception {
        Process program = Fork.start(CapacityProgram.class, List.of(HEAP), directory, ENTRIES, REPLACEMENTS, SEGMENT);
        Map<String, Long> said = new HashMap<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.put(line.substring(0, line.indexOf('=')), Long.parseLong(line.substring(line.indexOf('=') + 1)));
            }
            assertThat(program.waitFor()).isZero();
        } finally {
            program.destroyForcibly();
        }
        return said;
    }
}
