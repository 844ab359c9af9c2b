package org.smppra.simulator.tool;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;

/** Reads commands. The end of the input is not the end of the simulator: a service has no console. */
final class Console {
    private final Commands commands;
    private final Runnable quit;

    Console(Commands commands, Runnable quit) {
        this.commands = commands;
        this.quit = quit;
    }

    void start(InputStream input) {
        Thread thread = new Thread(() -> read(input), "sim-console");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(InputStream input) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(input, Charset.defaultCharset()));
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!commands.obey(line.strip())) {
                    quit.run();
                    return;
                }
            }
        } catch (IOException e) {
            // No console any more.
        }
    }
}
