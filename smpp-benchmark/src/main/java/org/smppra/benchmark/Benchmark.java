package org.smppra.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;

/** Measures, prints the tables and writes them to the file that its argument names. */
final class Benchmark {
    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        int rounds = Integer.getInteger("bench.rounds", 7);
        double seconds = Double.parseDouble(System.getProperty("bench.seconds", "0.8"));
        double load = Machine.load();
        Results results;
        try (Rounds all = new Rounds(seconds)) {
            results = all.run(rounds);
        }
        String text =
                Preface.text(rounds, seconds, load) + new Report(results).text().stripTrailing() + "\n";
        System.out.println(text);
        if (args.length > 0) {
            Path file = Path.of(args[0]);
            Files.createDirectories(file.toAbsolutePath().normalize().getParent());
            Files.writeString(file, text);
        }
    }
}
