package org.smppra.ra;

import java.nio.file.Files;
import java.nio.file.Path;
import org.smppra.ra.container.InflowServer;
import org.smppra.ra.container.StrictEndpoints;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.simulator.SimulatedHost;

/** An adapter that has lived for a moment, and ends between two lines. */
final class EndProgram {
    static final String BEGINS = "the end begins";
    static final String IS_OVER = "the end is over";

    private EndProgram() {}

    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory(Path.of(args[0]), "outbox");
        try (InflowServer server = new InflowServer(directory)) {
            server.start();
            StrictEndpoints bean = server.receipts();
            if (args[1].equals("away")) {
                server.simulator().hosts().forEach(SimulatedHost::stop);
            }
            SmppActivationSpec spec = server.activate(bean);
            server.adapter().account("default").orElseThrow().outbox(); // waits until it is open
            server.await("what delivers from the inbox runs", () -> Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(thread -> thread.getName().endsWith(" inbox")));
            if (args[1].equals("works")) {
                server.report("1");
                server.awaitAcknowledged(1);
            } else if (args[1].equals("bound")) {
                server.awaitReceiving();
            }
            System.out.println(BEGINS);
            server.deactivate(bean, spec);
            server.adapter().stop();
            System.out.println(IS_OVER);
        }
    }
}
