package org.smppra.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ServerTest {
    @Test
    void the_script_sets_a_trust_store_only_when_there_is_one() throws IOException {
        assertThat(Server.script(false)).contains("\n#trust-store ");
        assertThat(Server.script(true)).doesNotContain("#trust-store ").contains("config-properties=tlsTrustStore:add");
    }

    @Test
    void the_script_holds_no_secret() throws IOException {
        assertThat(Server.script(true)).contains("password:add(value=\"${env.SMPP_PASSWORD}\")");
    }
}
