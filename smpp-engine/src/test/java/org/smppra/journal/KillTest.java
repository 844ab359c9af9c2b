package org.smppra.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM is killed again and again in the midst of its work, on one directory, while old segments are being cleaned. */
class KillTest {
    private static final int ROUNDS = 4 * Integer.getInteger("smpp.test.scale", 1);

    @TempDir
    Path directory;

    /** Lengths of bodies by key. */
    private Map<Long, Integer> live = new TreeMap<>();

    @Test
    void every_acknowledged_batch_is_there_and_every_other_one_whole_or_not_at_all() throws Exception {
        Random random = new Random(11);
        long copied = 0;
        long acknowledged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> said = run(round, 100 + random.nextInt(3000));
            assertThat(said).noneMatch(line -> line.startsWith("x"));
            long[] figures = check(said);
            acknowledged += figures[0];
            copied += figures[1];
        }
        assertThat(acknowledged).isGreaterThan(100L * ROUNDS);
        assertThat(copied).as("entries copied by cleaning").isPositive();
    }

    /** Kills it after so many acknowledgements. */
    private List<String> run(int round, int acknowledgements) throws IOException, InterruptedException {
        Process victim = Fork.start(KillVictim.class, List.of("-Xmx128m"), directory, round);
        List<String> said = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.US_ASCII))) {
            int count = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.endsWith(";")) { // else it was killed in the midst of it
                    said.add(line.substring(0, line.length() - 1));
                }
                if (line.startsWith("a") && ++count == acknowledgements) {
                    victim.toHandle().destroyForcibly(); // the process itself would close what is still to be read
                }
            }
        } finally {
            victim.destroyForcibly().waitFor();
        }
        return said;
    }

    /** Compares what was said with what is there. @return how many acknowledgements there were, and copies */
    private long[] check(List<String> said) throws JournalException {
        List<String> open = new ArrayList<>(Arrays.asList(new String[KillVictim.THREADS]));
        long acknowledged = 0;
        long copied = 0;
        for (String line : said) {
            int thread = line.charAt(2) - '0';
            if (line.startsWith("b")) {
                open.set(thread, line);
            } else {
                apply(live, open.set(thread, null));
                acknowledged++;
                copied = Long.parseLong(line.substring(4));
            }
        }
        Map<Long, byte[]> found = new TreeMap<>();
        try (JournalStore journal = TestJournals.open(
                KillVictim.SETTINGS, TestJournals.files(directory), (key, body, uncertain) -> found.put(key, body))) {
            assertThat(journal.openingReport().damages()).isEmpty();
        }
        for (String line : open) {
            if (line != null) {
                Map<Long, Integer> with = new TreeMap<>(live);
                apply(with, line);
                Set<Long> keys = keys(line);
                if (agree(with, found, keys)) {
                    live = with;
                } else {
                    assertThat(agree(live, found, keys))
                            .as("whole or not at all: %s", line)
                            .isTrue();
                }
            }
        }
        assertThat(found.keySet()).isEqualTo(live.keySet());
        live.forEach((key, length) -> assertThat(found.get(key)).isEqualTo(KillVictim.body(key, length)));
        return new long[] {acknowledged, copied};
    }

    private static Set<Long> keys(String line) {
        Set<Long> keys = new HashSet<>();
        for (String change : line.substring(4).split(" ")) {
            keys.add(Long.parseLong(change.split(":")[0]));
        }
        return keys;
    }

    private static void apply(Map<Long, Integer> state, String line) {
        for (String change : line.substring(4).split(" ")) {
            String[] parts = change.split(":");
            int length = Integer.parseInt(parts[1]);
            if (length < 0) {
                state.remove(Long.parseLong(parts[0]));
            } else {
                state.put(Long.parseLong(parts[0]), length);
            }
        }
    }

    private static boolean agree(Map<Long, Integer> expected, Map<Long, byte[]> found, Set<Long> keys) {
        return keys.stream().allMatch(key -> {
            Integer length = expected.get(key);
            byte[] body = found.get(key);
            return length == null ? body == null : body != null && body.length == length;
        });
    }
}
