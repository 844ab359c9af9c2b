package org.smppra.it.plain;

import java.time.Duration;
import org.smppra.ShortMessage;
import org.smppra.engine.SmppClient;

/** The lines that README.md shows. */
final class TenLines {
    private TenLines() {}

    static void run() throws Exception {
        // README begins
        try (SmppClient client = SmppClient.builder()
                .hosts(System.getenv("SMPP_HOSTS"))
                .systemId(System.getenv("SMPP_SYSTEM_ID"))
                .password(System.getenv("SMPP_PASSWORD"))
                .onDeliveryReceipt(receipt -> System.out.println(receipt))
                .start()) {
            client.awaitUsable(Duration.ofSeconds(10));
            var hello = ShortMessage.to("4512345678").from("Shop").text("Hello").build();
            client.getConnection().submit(hello);
            System.in.read(); // until Enter is pressed
        }
        // README ends
    }
}
