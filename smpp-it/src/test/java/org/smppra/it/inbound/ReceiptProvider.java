package org.smppra.it.inbound;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.smppra.it.engine.ForkedJvm;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.simulator.Simulator;

/**
 * A provider in a JVM of its own: makes as many receipts as a line says, and answers how many are not acknowledged, and
 * how many nanoseconds of CPU it has used.
 */
final class ReceiptProvider {
    private static final String ACCOUNT = "shop";
    private static final int LIMIT = 1_000_000;

    private ReceiptProvider() {}

    public static void main(String[] args) throws IOException {
        try (Simulator simulator = Simulator.builder()
                .ports(Integer.parseInt(args[0]), Integer.parseInt(args[1]))
                .account(ACCOUNT, "secret")
                .reportLimit(LIMIT)
                .start()) {
            ForkedJvm.reply("listening");
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            // Each with an id of its own: one that was here before is acknowledged without the bean.
            int number = 0;
            OperatingSystemMXBean cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                for (int more = Integer.parseInt(line); more > 0; more--) {
                    number++;
                    simulator.sendReport(ACCOUNT, ReceiptText.of(number), tlvs(number));
                }
                ForkedJvm.reply(simulator.reportsWaiting(ACCOUNT) + " " + cpu.getProcessCpuTime());
            }
        }
    }

    private static Tlvs tlvs(int number) {
        return Tlvs.empty()
                .with(Tlv.RECEIPTED_MESSAGE_ID, ReceiptText.id(number))
                .with(Tlv.MESSAGE_STATE, 2);
    }
}
