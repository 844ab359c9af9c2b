package org.smppra.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostAddressTest {
    @Test
    void reads_names_ports_and_ipv6_addresses() {
        assertThat(HostAddress.parseList("a.example, B.example:2776,[::1]:99,[fe80::1],10.0.0.1", 2775))
                .containsExactly(
                        new HostAddress("a.example", 2775),
                        new HostAddress("b.example", 2776),
                        new HostAddress("::1", 99),
                        new HostAddress("fe80::1", 2775),
                        new HostAddress("10.0.0.1", 2775));
    }

    @Test
    void writes_an_ipv6_address_in_brackets() {
        assertThat(new HostAddress("::1", 2775)).hasToString("[::1]:2775");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,", ",a", "a:", "a:0", "a:65536", "a:x", "::1", "a b", "a,a", "a:1,A:1", "[]:1"})
    void names_the_property_and_what_is_wrong(String hosts) {
        assertThatThrownBy(() -> HostAddress.parseList(hosts, 2775))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("hosts: ");
    }
}
