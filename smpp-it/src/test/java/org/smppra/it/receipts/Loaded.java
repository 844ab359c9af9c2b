package org.smppra.it.receipts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The classes of a running JVM, as its jcmd tells. */
record Loaded(long pid) {
    /** How many class loaders with this class are still alive after full collections. */
    long loadersOf(Class<?> one) throws IOException, InterruptedException {
        ask("GC.run");
        ask("GC.run");
        return ask("VM.classloaders", "show-classes=true", "fold=false")
                .lines()
                .filter(line -> line.endsWith(" " + one.getName()) || line.endsWith(" " + one.getName() + ","))
                .count();
    }

    /** What is alive in its heap after a full collection, into a new file. */
    void dump(Path file) throws IOException, InterruptedException {
        ask("GC.heap_dump", file.toAbsolutePath().toString());
    }

    private String ask(String... command) throws IOException, InterruptedException {
        String[] all = new String[command.length + 2];
        all[0] = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        all[1] = String.valueOf(pid);
        System.arraycopy(command, 0, all, 2, command.length);
        Process asking = new ProcessBuilder(all).redirectErrorStream(true).start();
        String answer = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (asking.waitFor() != 0) {
            throw new IOException(answer);
        }
        return answer;
    }
}
