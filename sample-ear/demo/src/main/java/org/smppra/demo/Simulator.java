package org.smppra.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/** The provider's two hosts, in a JVM of their own. */
final class Simulator {
    private final Path jar;
    private final int offset;

    Simulator(Path jar, int offset) {
        this.jar = jar;
        this.offset = offset;
    }

    String hosts() {
        return "127.0.0.1:" + (Ports.SIMULATOR_A + offset) + ",127.0.0.1:" + (Ports.SIMULATOR_B + offset);
    }

    String page() {
        return "http://127.0.0.1:" + (Ports.SIMULATOR_PAGE + offset) + "/";
    }

    List<String> command() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-jar",
                jar.toString(),
                "--port-a=" + (Ports.SIMULATOR_A + offset),
                "--port-b=" + (Ports.SIMULATOR_B + offset),
                "--tls-port-a=" + (Ports.SIMULATOR_A_TLS + offset),
                "--tls-port-b=" + (Ports.SIMULATOR_B_TLS + offset),
                "--http-port=" + (Ports.SIMULATOR_PAGE + offset));
    }

    Child start(Children children, Console console) throws IOException, InterruptedException {
        return children.start("simulator", new ProcessBuilder(command()), line -> console.show("simulator", line));
    }

    /** The demo's console is the simulator's: its commands stop and start a host. */
    static void obeyCommands(Child simulator, InputStream console) {
        Thread forward = new Thread(() -> forward(console, simulator.input()), "commands for the simulator");
        forward.setDaemon(true);
        forward.start();
    }

    /** The end of the console's input is not passed on: without a terminal it comes at once. */
    private static void forward(InputStream console, PrintStream commands) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(console, Charset.defaultCharset()));
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                commands.println(line);
            }
        } catch (IOException e) {
            // No console any more: the demo runs on without its commands.
        }
    }
}
