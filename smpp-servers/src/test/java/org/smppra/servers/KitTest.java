package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KitTest {
    private final Kit kit = new Kit(
            Path.of("src/main/kit"),
            Map.of("a2775", "1001", "b2775", "1002", "a8775", "1003", "b8775", "1004"),
            Map.of("/opt/smpp-ra", "/here"));

    @Test
    void examples_become_the_tests_values_and_what_stands_between_host_and_port_stays() {
        assertThat(kit.filled("hosts=a.smpp.example:2775,b.smpp.example:8775"))
                .isEqualTo("hosts=127.0.0.1:1001,127.0.0.1:1004");
        assertThat(kit.filled("hosts=a.smpp.example\\:2775:x=1")).isEqualTo("hosts=127.0.0.1\\:1001:x=1");
        assertThat(kit.filled("hosts=b.smpp.example\\\\:2775")).isEqualTo("hosts=127.0.0.1\\\\:1002");
        assertThat(kit.filled("deploy /opt/smpp-ra/smpp-ra.rar")).isEqualTo("deploy /here/smpp-ra.rar");
    }
}
