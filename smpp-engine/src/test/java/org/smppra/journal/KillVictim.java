package org.smppra.journal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Works on a journal with several threads until it is killed; says what it is going to do, and what was acknowledged. */
final class KillVictim {
    static final int THREADS = 6;

    /** Small segments and little room, so that cleaning never rests. */
    static final JournalSettings SETTINGS = JournalSettings.defaults()
            .withSegmentOctets(32 << 10)
            .withDiskFactor(1.5)
            .withEraseWithin(Duration.ofSeconds(2));

    private static final int LIVE = 150;

    private KillVictim() {}

    public static void main(String[] args) throws Exception {
        List<List<Long>> keys = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            keys.add(new ArrayList<>());
        }
        JournalStore journal = JournalStore.open(
                SETTINGS,
                DirectoryFiles.of(Path.of(args[0])),
                TestJournals.runtime(),
                (key, body, uncertain) -> keys.get((int) (key % THREADS)).add(key));
        PrintStream out = new PrintStream(System.out, false, "US-ASCII");
        for (int t = 0; t < THREADS; t++) {
            int thread = t;
            Random random = new Random(Long.parseLong(args[1]) * THREADS + t);
            new Thread(() -> work(journal, thread, keys.get(thread), random, out)).start();
        }
    }

    private static void work(JournalStore journal, int thread, List<Long> keys, Random random, PrintStream out) {
        try {
            while (true) {
                JournalBatch batch = JournalBatch.of();
                StringBuilder line = new StringBuilder("b ").append(thread);
                for (int i = random.nextInt(4); i >= 0; i--) {
                    boolean removes = random.nextInt(2 * LIVE) < keys.size();
                    boolean adds = keys.isEmpty() || random.nextInt(3) > 0;
                    long key = removes || !adds ? keys.get(random.nextInt(keys.size())) : journal.newKey();
                    if (removes) {
                        batch.remove(key);
                        keys.remove(key);
                    } else {
                        int length = random.nextInt(random.nextInt(50) == 0 ? 40_000 : 500);
                        batch.put(key, body(key, length));
                        if (adds) {
                            keys.add(key);
                        }
                        line.append(' ').append(key).append(':').append(length);
                        continue;
                    }
                    line.append(' ').append(key).append(":-1");
                }
                say(out, line.toString());
                journal.force(batch);
                say(out, "a " + thread + " " + journal.figures().copiedEntries());
            }
        } catch (JournalException e) {
            say(out, "x " + e.getMessage());
        }
    }

    private static void say(PrintStream out, String line) {
        synchronized (out) {
            out.println(line + ";");
            out.flush();
        }
    }

    /** The octets of a body follow from its key and length. */
    static byte[] body(long key, int length) {
        byte[] body = new byte[length];
        new Random(key * 31 + length).nextBytes(body);
        return body;
    }
}
