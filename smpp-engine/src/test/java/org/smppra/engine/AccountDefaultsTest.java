package org.smppra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smppra.gateway.BindType;
import org.smppra.link.HostAddress;
import org.smppra.message.CommandStatus;
import org.smppra.profile.IdFormat;
import org.smppra.profile.Profile;
import org.smppra.text.LongMessages;

class AccountDefaultsTest {
    private static final Map<String, Serializable> MINIMAL =
            Map.of("hosts", "a.example,b.example:2776", "systemId", "shop");

    private static AccountSettings minimal() {
        return AccountDefaults.settings(MINIMAL, Map.of());
    }

    private static AccountSettings with(Map<String, Serializable> more) {
        return AccountDefaults.settings(more, MINIMAL);
    }

    @Test
    void hosts_and_system_id_are_enough() {
        AccountSettings settings = minimal();
        assertThat(settings.name()).isEqualTo("default");
        assertThat(settings.gateway().hosts())
                .containsExactly(new HostAddress("a.example", 2775), new HostAddress("b.example", 2776));
        assertThat(settings.gateway().bindType()).isEqualTo(BindType.TRANSCEIVER);
        assertThat(settings.gateway().tls()).isNull();
        assertThat(settings.gateway().session().windowSize()).isEqualTo(10);
        assertThat(settings.gateway().session().enquireLinkInterval()).isEqualTo(30_000_000_000L);
        assertThat(settings.gateway().reconnectMaxDelay()).isEqualTo(30_000_000_000L);
        assertThat(settings.gateway().credentials().interfaceVersion()).isEqualTo(0x34);
        assertThat(settings.profile()).isEqualTo(Profile.named("gatewayapi"));
        assertThat(settings.negativeStatus()).isEqualTo(CommandStatus.ESME_RX_T_APPN);
    }

    @Test
    void tls_has_its_own_port_and_verifies_the_host_name() {
        AccountSettings settings = with(Map.of("tls", true));
        assertThat(settings.gateway().hosts().get(0).port()).isEqualTo(8775);
        assertThat(settings.gateway().tls()).isNotNull();
        assertThat(settings.gateway().tls().verifyHostname()).isTrue();
    }

    @Test
    void what_is_set_over_wins_property_by_property() {
        Map<String, Serializable> under = new HashMap<>(MINIMAL);
        under.put("windowSize", 50);
        AccountSettings settings = AccountDefaults.settings(Map.of("systemId", "other"), under);
        assertThat(settings.gateway().credentials().systemId()).isEqualTo("other");
        assertThat(settings.gateway().session().windowSize()).isEqualTo(50);
    }

    @Test
    void smpp_3_3_is_bound_as_transmitter_and_receiver() {
        AccountSettings settings = with(Map.of("interfaceVersion", "3.3"));
        assertThat(settings.gateway().credentials().interfaceVersion()).isEqualTo(0x33);
        assertThat(settings.gateway().bindType()).isEqualTo(BindType.TRANSMITTER_RECEIVER);
        assertThat(with(Map.of("interfaceVersion", "3.3", "bindType", "TRANSMITTER_RECEIVER")))
                .isEqualTo(settings);
    }

    @Test
    void smpp_3_3_with_a_transceiver_is_refused_and_both_are_named() {
        assertThatThrownBy(() -> with(Map.of("interfaceVersion", "3.3", "bindType", "TRANSCEIVER")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bindType")
                .hasMessageContaining("interfaceVersion 3.3");
    }

    @Test
    void values_of_the_profile_are_overridden_one_by_one() {
        Profile profile = with(Map.of("receiptTimeZone", "Europe/Copenhagen", "payloadAbove", 140))
                .profile();
        assertThat(profile.receiptTimeZone()).isEqualTo(ZoneId.of("Europe/Copenhagen"));
        assertThat(profile.payloadAbove()).isEqualTo(140);
        assertThat(profile.longMessages() == LongMessages.SMSC_CUTS).isTrue();
        assertThat(profile).isNotEqualTo(Profile.named("gatewayapi"));
    }

    @Test
    void what_a_receipt_is_and_how_its_id_is_that_of_the_answer_follow_the_properties_also_in_smpp_3_3() {
        AccountSettings settings = with(Map.of("receiptByMessageId", false, "idFormat", "HEX_IN_ANSWER"));
        assertThat(settings.profile().isReceiptByMessageId()).isFalse();
        assertThat(settings.profile().idFormat() == IdFormat.HEX_IN_ANSWER).isTrue();
        assertThat(with(Map.of()).profile().isReceiptByMessageId()).isTrue();
        AccountSettings old = with(Map.of("interfaceVersion", "3.3", "idFormat", "DECIMAL_IN_ANSWER"));
        assertThat(old.profile().idFormat() == IdFormat.DECIMAL_IN_ANSWER).isTrue();
        assertThat(with(Map.of("interfaceVersion", "3.3")).profile().idFormat() == IdFormat.AUTO)
                .isTrue();
    }

    @Test
    void long_messages_and_their_way_back_follow_the_properties() {
        AccountSettings settings = with(Map.of(
                "longMessages",
                "SAR",
                "packedSeptets",
                true,
                "reassemblyTimeoutMillis",
                5,
                "deliverIncomplete",
                false));
        assertThat(settings.profile().longMessages()).isEqualTo(LongMessages.SAR);
        assertThat(settings.profile().packsSeptets()).isTrue();
        assertThat(settings.reassembly().timeout()).isEqualTo(5_000_000);
        assertThat(settings.reassembly().deliverIncomplete()).isFalse();
        assertThatThrownBy(() -> with(Map.of("longMessages", "CUT")))
                .hasMessageContaining("longMessages")
                .hasMessageContaining("UDH_16");
    }

    @Test
    void smpp_3_3_has_a_profile_without_optional_parameters() {
        Profile profile = with(Map.of("interfaceVersion", "3.3")).profile();
        assertThat(profile.submitTlvs().isNone()).isTrue();
        assertThat(profile.longMessages()).isEqualTo(LongMessages.UDH_8);
    }

    @Test
    void equal_properties_make_equal_settings_so_that_links_are_shared() {
        Map<String, Serializable> overriding = Map.of("receiptTimeZone", "Europe/Copenhagen", "payloadAbove", 140);
        assertThat(minimal()).isEqualTo(minimal()).hasSameHashCodeAs(minimal()).isNotEqualTo(with(overriding));
        assertThat(with(overriding)).isEqualTo(with(overriding)).hasSameHashCodeAs(with(overriding));
    }

    @Test
    void no_password_shows() {
        AccountSettings settings =
                with(Map.of("password", "verysecr", "tls", true, "tlsTrustStorePassword", "changeit"));
        assertThat(settings.toString()).doesNotContain("verysecr").doesNotContain("changeit");
    }

    @ParameterizedTest
    @CsvSource({"hosts", "systemId"})
    void what_has_no_default_is_named_when_it_is_missing(String property) {
        Map<String, Serializable> properties = new HashMap<>(MINIMAL);
        properties.remove(property);
        assertThatThrownBy(() -> AccountDefaults.settings(properties, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(property + ": not set");
    }

    @ParameterizedTest
    @CsvSource({
        "hosts,'a,,b'",
        "systemId,sixteen-letters-",
        "password,nine-long",
        "systemType,thirteen-long",
        "addressRange,44444444444444444444444444444444444444444",
        "bindType,BOTH",
        "acknowledge,NEVER",
        "interfaceVersion,5.0",
        "profile,nobody",
        "receiptTimeZone,Europe/Atlantis",
        "tls,true",
        "windowSize,10"
    })
    void a_text_that_cannot_be_is_named(String property, String text) {
        assertThatThrownBy(() -> with(Map.of(property, text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(property + ":");
    }

    @ParameterizedTest
    @CsvSource({
        "port,0",
        "port,65536",
        "bindsPerHost,0",
        "windowSize,0",
        "windowSize,65537",
        "payloadAbove,-1",
        "payloadAbove,255",
        "connectTimeoutMillis,0",
        "bindTimeoutMillis,-1",
        "responseTimeoutMillis,0",
        "enquireLinkIntervalMillis,-1",
        "deliverAnswerTimeoutMillis,1",
        "negativeStatus,0",
        "systemId,7"
    })
    void a_number_that_cannot_be_is_named(String property, int number) {
        assertThatThrownBy(() -> with(Map.of(property, number)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(property + ":");
    }

    @Test
    void storing_what_is_received_needs_a_directory() {
        AccountSettings settings = with(Map.of("acknowledge", "STORED"));
        settings.check(true);
        assertThatThrownBy(() -> settings.check(false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("acknowledge:")
                .hasMessageContaining("outboxDirectory");
        with(Map.of()).check(false);
    }
}
