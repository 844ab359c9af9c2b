package org.smppra.it.simulator;

import java.util.List;
import org.smppra.it.engine.ForkedJvm;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.SimulatorBuilder;

/** Starts a simulator in a JVM of its own: says how long it took in microseconds, and the port. */
final class StartProgram {
    private StartProgram() {}

    static ForkedJvm fork(boolean tls) throws Exception {
        return new ForkedJvm(List.of(), StartProgram.class, String.valueOf(tls));
    }

    public static void main(String[] args) throws Exception {
        long began = System.nanoTime();
        SimulatorBuilder builder = Simulator.builder().freePorts();
        if (Boolean.parseBoolean(args[0])) {
            builder.tls();
        }
        try (Simulator simulator = builder.start()) {
            long micros = (System.nanoTime() - began) / 1000;
            ForkedJvm.reply(micros + " " + simulator.host("a").port());
            while (System.in.read() >= 0) {
                // until the test is done
            }
        }
    }
}
