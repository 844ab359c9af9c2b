package org.smppra.simulator.tool;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smppra.engine.SmppClient;

/** The tool as people run it: a process of its own, on free ports. */
public final class ToolProcess implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Process process;
    private final PrintStream console;
    private final List<String> lines = new ArrayList<>();

    private ToolProcess(Process process) {
        this.process = process;
        this.console = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Without TLS, unless an option says so. */
    public static ToolProcess start(String... options) throws InterruptedException {
        ToolProcess tool = launch(options);
        tool.await(line -> line.contains(" ready;"));
        return tool;
    }

    /** Does not wait for anything. */
    static ToolProcess launch(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorTool.class.getName()));
        List<String> given = List.of(options);
        for (String port : List.of("--port-a=0", "--port-b=0", "--tls-port-a=-1", "--tls-port-b=-1", "--http-port=0")) {
            String name = port.substring(0, port.indexOf('='));
            if (given.stream().noneMatch(option -> option.startsWith(name + "="))) {
                command.add(port);
            }
        }
        command.addAll(given);
        try {
            ToolProcess tool = new ToolProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
            Thread reader = new Thread(() -> tool.read(tool.process.getInputStream()), "tool-output");
            reader.setDaemon(true);
            reader.start();
            return tool;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(InputStream in) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("output ended: " + e);
        }
        add("");
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    /** The first line that is so, also one of before. */
    public String await(Predicate<String> wanted) throws InterruptedException {
        return await(wanted, 1);
    }

    /** Such a line for the so-manieth time. */
    synchronized String await(Predicate<String> wanted, int times) throws InterruptedException {
        int found = 0;
        long end = System.nanoTime() + SOON.toNanos();
        int seen = 0;
        while (true) {
            for (; seen < lines.size(); seen++) {
                if (wanted.test(lines.get(seen)) && ++found == times) {
                    return lines.get(seen);
                }
            }
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0 || !lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
                throw new AssertionError("no such line; there are\n" + String.join("\n", lines));
            }
            wait(millis);
        }
    }

    public synchronized String output() {
        return String.join("\n", lines);
    }

    public void type(String line) {
        console.println(line);
    }

    String found(String regex) throws InterruptedException {
        Pattern pattern = Pattern.compile(regex);
        Matcher matcher = pattern.matcher(await(line -> pattern.matcher(line).find()));
        if (!matcher.find()) {
            throw new IllegalStateException(regex);
        }
        return matcher.group(1);
    }

    /** Such as {@code http://127.0.0.1:40123}. */
    public String url() throws InterruptedException {
        return found("status page and API: (http://[^ ]+)/$");
    }

    /** Such as {@code 127.0.0.1:2775}. */
    public String address(String host) throws InterruptedException {
        return found(" " + host + " listens on ([^ ]+)");
    }

    String tlsAddress(String host) throws InterruptedException {
        return found(" " + host + " listens.*TLS on ([^ ]+)");
    }

    /** A client of both hosts. */
    public SmppClient.Builder client(String systemId) throws InterruptedException {
        return SmppClient.builder()
                .hosts(address("a") + "," + address("b"))
                .systemId(systemId)
                .password("secret");
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still runs:\n" + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
