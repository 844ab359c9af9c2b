package org.smppra.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerDirectoryTest {
    @ParameterizedTest
    @CsvSource({
        "jboss.server.data.dir, /opt/wildfly/standalone/data",
        "com.sun.aas.instanceRoot, /opt/payara/domains/domain1",
        "server.output.dir, /opt/wlp/usr/servers/one",
        "catalina.base, /opt/tomee"
    })
    void each_servers_data_directory_is_found(String property, String directory) {
        Map<String, String> system = Map.of(property, directory);
        assertThat(ServerDirectory.ofOutbox("shop", system::get)).isEqualTo(Path.of(directory, "smpp-ra", "shop"));
    }

    @Test
    void a_server_that_says_nothing_has_none() {
        assertThat(ServerDirectory.ofOutbox("shop", name -> null)).isNull();
    }

    @Test
    void WildFly_wins_over_what_somebody_else_left_in_the_properties() {
        Map<String, String> system = Map.of("catalina.base", "/tomcat", "jboss.server.data.dir", "/data");
        assertThat(ServerDirectory.ofOutbox("shop", system::get)).isEqualTo(Path.of("/data/smpp-ra/shop"));
    }

    @ParameterizedTest
    @CsvSource({"a/b, a%2Fb", "../up, %2E.%2Fup", ".., %2E.", "Kø en, K%C3%B8+en", "a*b, a%2Ab", "plain-1.2, plain-1.2"
    })
    void no_name_leads_out_of_it(String name, String file) {
        assertThat(ServerDirectory.ofOutbox(name, property -> "/data")).isEqualTo(Path.of("/data/smpp-ra/" + file));
    }
}
