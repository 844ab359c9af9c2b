package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListeningSocketTest {
    private static final int MANY = 500;

    /** Of a host that is stopped and will start again there. */
    @Test
    void a_free_port_that_was_closed_is_given_to_nobody_else() throws Exception {
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            ListeningSocket socket = ListeningSocket.open(InetAddress.getLoopbackAddress(), HostPorts.ANY_FREE, false);
            ports.add(socket.port());
            socket.close();
        }
        assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port >= 10_240 && port < 32_767);
    }
}
