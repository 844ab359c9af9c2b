package org.smppra.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Map<String, String> ACCOUNT =
            Map.of("smpp.hosts", "a.example,b.example:2776", "smpp.systemId", "me", "smpp.password", "secret");

    @Test
    void without_hosts_the_server_talks_to_the_simulator() throws DemoException {
        Options options = Options.of(Map.of(), Map.of());

        assertThat(options.account()).isNull();
        assertThat(options.serverEnvironment("127.0.0.1:2775"))
                .containsEntry("SMPP_HOSTS", "127.0.0.1:2775")
                .containsEntry("SMPP_TLS", "false")
                .containsKeys("SMPP_SYSTEM_ID", "SMPP_PASSWORD");
    }

    @Test
    void with_hosts_it_talks_to_those() throws DemoException {
        assertThat(Options.of(ACCOUNT, Map.of()).serverEnvironment("unused"))
                .containsEntry("SMPP_HOSTS", "a.example,b.example:2776")
                .containsEntry("SMPP_SYSTEM_ID", "me")
                .containsEntry("SMPP_PASSWORD", "secret");
    }

    @Test
    void the_password_may_come_from_the_environment() throws DemoException {
        Options options =
                Options.of(Map.of("smpp.hosts", "a", "smpp.systemId", "me"), Map.of("SMPP_PASSWORD", "secret"));

        assertThat(options.serverEnvironment("unused")).containsEntry("SMPP_PASSWORD", "secret");
    }

    @Test
    void a_missing_password_is_named() {
        assertThatThrownBy(() -> Options.of(Map.of("smpp.hosts", "a", "smpp.systemId", "me"), Map.of()))
                .isInstanceOf(DemoException.class)
                .hasMessageContaining("-Dsmpp.password=")
                .hasMessageContaining("SMPP_PASSWORD");
    }

    @Test
    void a_missing_system_id_is_named() {
        assertThatThrownBy(() -> Options.of(Map.of("smpp.hosts", "a", "smpp.password", "x"), Map.of()))
                .hasMessageContaining("-Dsmpp.systemId=")
                .hasMessageContaining("SMPP_SYSTEM_ID");
    }

    @Test
    void a_password_that_the_server_would_change_is_refused() {
        assertThatThrownBy(() -> Options.of(
                        Map.of("smpp.hosts", "a", "smpp.systemId", "me", "smpp.password", "a${b}c"), Map.of()))
                .hasMessageContaining("smpp.password holds")
                .hasMessageNotContaining("a${b}c");
    }

    @Test
    void an_account_without_hosts_is_refused() {
        assertThatThrownBy(() -> Options.of(Map.of("smpp.tls", "true"), Map.of()))
                .hasMessageContaining("-Dsmpp.hosts");
    }

    @Test
    void an_offset_that_is_no_number_is_refused() {
        assertThatThrownBy(() -> Options.of(Map.of("smpp.demo.portOffset", "many"), Map.of()))
                .hasMessageContaining("portOffset=many");
    }

    @Test
    void the_password_is_not_shown() throws DemoException {
        assertThat(Options.of(ACCOUNT, Map.of()).toString()).doesNotContain("secret");
    }
}
