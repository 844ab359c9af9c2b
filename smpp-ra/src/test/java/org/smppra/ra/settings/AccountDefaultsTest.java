package org.smppra.ra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.engine.AccountSettings;
import org.smppra.gateway.BindType;
import org.smppra.link.HostAddress;
import org.smppra.message.CommandStatus;

class AccountDefaultsTest {
    private static AccountProperties minimal() {
        AccountProperties properties = new AccountProperties();
        properties.setHosts("a.example,b.example:2776");
        properties.setSystemId("shop");
        return properties;
    }

    private static AccountSettings settings(AccountProperties properties) {
        return AccountDefaults.settings(properties, new AccountProperties());
    }

    @Test
    void hosts_and_system_id_are_enough() {
        AccountSettings settings = settings(minimal());
        assertThat(settings.name()).isEqualTo("default");
        assertThat(settings.gateway().hosts())
                .containsExactly(new HostAddress("a.example", 2775), new HostAddress("b.example", 2776));
        assertThat(settings.gateway().bindType()).isEqualTo(BindType.TRANSCEIVER);
        assertThat(settings.gateway().tls()).isNull();
        assertThat(settings.gateway().session().windowSize()).isEqualTo(10);
        assertThat(settings.gateway().session().enquireLinkInterval()).isEqualTo(30_000_000_000L);
        assertThat(settings.gateway().reconnectMaxDelay()).isEqualTo(30_000_000_000L);
        assertThat(settings.gateway().credentials().interfaceVersion()).isEqualTo(0x34);
        assertThat(settings.profile().name()).isEqualTo("gatewayapi");
        assertThat(settings.negativeStatus()).isEqualTo(CommandStatus.ESME_RX_T_APPN);
    }

    @Test
    void tls_has_its_own_port_and_verifies_the_host_name() {
        AccountProperties properties = minimal();
        properties.setTls(true);
        AccountSettings settings = settings(properties);
        assertThat(settings.gateway().hosts().get(0).port()).isEqualTo(8775);
        assertThat(settings.gateway().tls()).isNotNull();
        assertThat(settings.gateway().tls().verifyHostname()).isTrue();
    }

    @Test
    void what_is_set_here_wins_over_the_adapter_property_by_property() {
        AccountProperties adapter = minimal();
        adapter.setWindowSize(50);
        AccountProperties factory = new AccountProperties();
        factory.setSystemId("other");
        AccountSettings settings = AccountDefaults.settings(factory, adapter);
        assertThat(settings.gateway().credentials().systemId()).isEqualTo("other");
        assertThat(settings.gateway().session().windowSize()).isEqualTo(50);
    }

    @Test
    void a_blank_value_is_not_set() {
        AccountProperties adapter = minimal();
        AccountProperties factory = new AccountProperties();
        factory.setSystemId(" ");
        assertThat(AccountDefaults.settings(factory, adapter)
                        .gateway()
                        .credentials()
                        .systemId())
                .isEqualTo("shop");
    }

    @Test
    void equal_properties_make_equal_settings_so_that_links_are_shared() {
        assertThat(settings(minimal())).isEqualTo(settings(minimal())).hasSameHashCodeAs(settings(minimal()));
    }

    @Test
    void no_password_shows() {
        AccountProperties properties = minimal();
        properties.setPassword("verysecr");
        properties.setTls(true);
        properties.setTlsTrustStorePassword("changeit");
        assertThat(settings(properties).toString()).doesNotContain("verysecr").doesNotContain("changeit");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("hosts", p -> p.setHosts(null)),
                wrong("hosts", p -> p.setHosts("a,,b")),
                wrong("systemId", p -> p.setSystemId(null)),
                wrong("systemId", p -> p.setSystemId("sixteen-letters-")),
                wrong("password", p -> p.setPassword("nine-long")),
                wrong("systemType", p -> p.setSystemType("thirteen-long")),
                wrong("addressRange", p -> p.setAddressRange("4".repeat(41))),
                wrong("port", p -> p.setPort(0)),
                wrong("port", p -> p.setPort(65_536)),
                wrong("bindType", p -> p.setBindType("BOTH")),
                wrong("bindsPerHost", p -> p.setBindsPerHost(0)),
                wrong("windowSize", p -> p.setWindowSize(0)),
                wrong("connectTimeoutMillis", p -> p.setConnectTimeoutMillis(0)),
                wrong("bindTimeoutMillis", p -> p.setBindTimeoutMillis(-1)),
                wrong("responseTimeoutMillis", p -> p.setResponseTimeoutMillis(0)),
                wrong("enquireLinkIntervalMillis", p -> p.setEnquireLinkIntervalMillis(-1)),
                wrong("deliverAnswerTimeoutMillis", p -> p.setDeliverAnswerTimeoutMillis(1)),
                wrong("negativeStatus", p -> p.setNegativeStatus(0)),
                wrong("profile", p -> p.setProfile("nobody")));
    }

    private static Arguments wrong(String property, Consumer<AccountProperties> change) {
        return Arguments.of(property, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void an_error_names_the_property(String property, Consumer<AccountProperties> change) {
        AccountProperties properties = minimal();
        change.accept(properties);
        assertThatThrownBy(() -> settings(properties))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(property);
    }
}
