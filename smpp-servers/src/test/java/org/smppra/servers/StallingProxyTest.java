package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class StallingProxyTest {
    private static final int PATIENCE_MILLIS = 10_000;

    @Test
    void goes_on_after_the_database_refused() throws Exception {
        try (StallingProxy proxy = new StallingProxy(FreePorts.one())) {
            for (int i = 0; i < 2; i++) {
                try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
                    client.setSoTimeout(PATIENCE_MILLIS);
                    assertThat(client.getInputStream().read()).isEqualTo(-1);
                }
            }
        }
    }
}
