package org.smppra.it.receipts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smppra.it.wildfly.Waiting;

/**
 * What the server's process holds: its threads by name, without their numbers, and its open files, sockets among them, by
 * kind. A pool has more or fewer threads or connections from one moment to the next, so they may grow by a slack that is
 * smaller than how often something was done in between.
 */
record Holdings(Map<String, Long> threads, Map<String, Long> files) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OURS = "smpp";

    static Holdings of(InboundWildFly server) throws IOException {
        return new Holdings(
                count(server.management().threads().lines().map(name -> name.replaceAll("[0-9]+", "N"))),
                count(files(server.wildfly().pid())));
    }

    /** Waits until the server holds no more than these, and of the adapter's own threads just these. */
    void awaitIn(InboundWildFly server, int slack) throws Exception {
        Holdings[] last = new Holdings[1];
        try {
            Waiting.until("nothing more is held than before", PATIENCE, () -> {
                last[0] = of(server);
                return last[0].ours().equals(ours())
                        && growth(threads, last[0].threads) <= slack
                        && growth(files, last[0].files) <= slack;
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\nbefore " + this + "\nnow " + last[0], e);
        }
        System.out.println("Before " + shortly(this) + ", after " + shortly(last[0]));
    }

    private static String shortly(Holdings one) {
        return sum(one.threads) + " threads (" + sum(one.ours()) + " of ours), " + sum(one.files) + " files ("
                + one.sockets() + " sockets)";
    }

    private Map<String, Long> ours() {
        Map<String, Long> ours = new TreeMap<>(threads);
        ours.keySet().removeIf(name -> !name.startsWith(OURS));
        return ours;
    }

    private long sockets() {
        return files.getOrDefault("socket", 0L);
    }

    private static Stream<String> files(long pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            return open.map(Holdings::kind).toList().stream();
        }
    }

    /** What stands before the number of a socket or pipe; or the name of a file. */
    private static String kind(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().replaceAll(":.*", "");
        } catch (NoSuchFileException e) {
            return "closed";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Long> count(Stream<String> all) {
        return all.collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
    }

    /** Of each kind by itself: a pool that shrank does not hide what grew. */
    private static long growth(Map<String, Long> before, Map<String, Long> now) {
        return now.entrySet().stream()
                .mapToLong(each -> Math.max(0, each.getValue() - before.getOrDefault(each.getKey(), 0L)))
                .sum();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
