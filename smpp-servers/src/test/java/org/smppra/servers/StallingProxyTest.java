package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class StallingProxyTest {
    private static final int PATIENCE_MILLIS = 10_000;

    @Test
    void goes_on_after_the_database_refused() throws Exception {
        try (StallingProxy proxy = new StallingProxy(FreePorts.one())) {
            for (int i = 0; i < 2; i++) {
                try (Socket client = connect(proxy)) {
                    assertThat(client.getInputStream().read()).isEqualTo(-1);
                }
            }
        }
    }

    @Test
    void cuts_the_connection_that_hangs_and_no_other() throws Exception {
        try (ServerSocket database = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                StallingProxy proxy = new StallingProxy(database.getLocalPort());
                Socket hangs = connect(proxy);
                Socket hung = database.accept();
                Socket works = connect(proxy);
                Socket working = database.accept()) {
            proxy.stall("COMMIT");
            hangs.getOutputStream().write("COMMIT".getBytes());
            proxy.awaitStalled();
            proxy.cutHanging();
            assertThat(hangs.getInputStream().read()).isEqualTo(-1);
            assertThat(hung.getInputStream().read())
                    .as("what hung has not come")
                    .isEqualTo(-1);

            works.getOutputStream().write("COMMIT".getBytes());
            assertThat(working.getInputStream().read()).isEqualTo('C');
        }
    }

    private static Socket connect(StallingProxy proxy) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }
}
