package org.smppra.it.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.smppra.simulator.Simulator;

/** A simulator in a JVM of its own: says its address, then the count of messages at each line. */
final class SimulatorProgram {
    private SimulatorProgram() {}

    public static void main(String[] args) throws IOException {
        try (Simulator simulator = Simulator.builder().freePorts().start()) {
            ForkedJvm.reply(simulator.host("a").address());
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (in.readLine() != null) {
                ForkedJvm.reply(String.valueOf(simulator.messageCount()));
            }
        }
    }
}
