package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreePortsTest {
    private static final int FIRST_OF_CLIENTS = 32_768;

    @Test
    void none_is_given_twice_nor_to_a_client_of_the_system() throws Exception {
        assertThat(FreePorts.some(500)).doesNotHaveDuplicates().allMatch(port -> port < FIRST_OF_CLIENTS);
    }
}
