package org.smppra.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smppra.GatewayState;
import org.smppra.HostState;
import org.smppra.HostState.Phase;

class GatewayJsonTest {
    @Test
    void shows_each_host_by_its_name() {
        HostState bound = HostState.of(Phase.BOUND, 1, 1, 3, Instant.parse("2026-11-23T10:00:00Z"), null);

        assertThat(GatewayJson.of(GatewayState.of(Map.of("a:2775", bound), Set.of(), 0, null)))
                .hasToString(
                        "{\"usable\":true,\"hosts\":{\"a:2775\":{\"phase\":\"BOUND\",\"submitting\":1,"
                                + "\"receiving\":1,\"outstanding\":3,\"changedAt\":\"2026-11-23T10:00:00Z\",\"lastError\":null}}}");
    }

    @Test
    void a_gateway_without_a_bound_host_is_not_usable() {
        HostState down = HostState.of(Phase.DOWN, 0, 0, 0, null, "connection refused");

        assertThat(GatewayJson.of(GatewayState.of(Map.of("a:2775", down), Set.of(), 0, null))
                        .getBoolean("usable"))
                .isFalse();
    }
}
