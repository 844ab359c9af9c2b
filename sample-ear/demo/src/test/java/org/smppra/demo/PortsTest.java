package org.smppra.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void names_the_port_in_use_who_wants_it_and_the_remedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(0).want(taken.getLocalPort(), "the test");

            assertThatThrownBy(ports::mustBeFree)
                    .isInstanceOf(DemoException.class)
                    .hasMessageContaining(taken.getLocalPort() + " for the test")
                    .hasMessageContaining("-Dsmpp.demo.portOffset=100");
        }
    }

    @Test
    void sees_a_port_that_is_in_use_on_all_addresses() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Ports ports = new Ports(0).want(taken.getLocalPort(), "the test");

            assertThatThrownBy(ports::mustBeFree).isInstanceOf(DemoException.class);
        }
    }

    @Test
    void adds_the_offset() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(100).want(taken.getLocalPort() - 100, "the test");

            assertThatThrownBy(ports::mustBeFree).hasMessageContaining("-Dsmpp.demo.portOffset=200");
        }
    }

    @Test
    void accepts_a_free_port() throws IOException {
        int port;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = once.getLocalPort();
        }

        assertThatCode(new Ports(0).want(port, "the test")::mustBeFree).doesNotThrowAnyException();
    }
}
