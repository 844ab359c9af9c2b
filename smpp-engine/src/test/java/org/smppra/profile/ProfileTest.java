package org.smppra.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.MessageState;
import org.smppra.message.CommandStatus;
import org.smppra.message.DataCoding;
import org.smppra.text.LongMessages;

class ProfileTest {
    private static final Profile GATEWAYAPI = Profile.named("gatewayapi");
    private static final Profile GENERIC = Profile.named("generic");

    @Test
    void lists_the_names_when_it_does_not_know_one() {
        assertThatThrownBy(() -> Profile.named("nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'nobody'")
                .hasMessageContaining("gatewayapi, generic");
    }

    @Test
    void knows_what_gatewayapi_takes() {
        assertThat(GATEWAYAPI.name()).isEqualTo("gatewayapi");
        assertThat(GATEWAYAPI.dataCodings()).hasToString("0, 3, 4, 8, 24, 240");
        assertThat(GATEWAYAPI.destinationTons()).hasToString("0, 1");
        assertThat(GATEWAYAPI.submitTlvs()).hasToString("5, 516, 1060, 10496");
        assertThat(GATEWAYAPI.payloadAbove()).isEqualTo(254);
        assertThat(GATEWAYAPI.longMessages()).isEqualTo(LongMessages.SMSC_CUTS);
        assertThat(GATEWAYAPI.referenceCarrier()).isEqualTo(ReferenceCarrier.OCTET_STRING_TLV);
        assertThat(GATEWAYAPI.hasMessageClass()).isTrue();
        assertThat(GATEWAYAPI.hasQueryCancelReplace()).isFalse();
        assertThat(GATEWAYAPI.receiptTimeZone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(GATEWAYAPI.negativeStatus()).isEqualTo(CommandStatus.ESME_RX_T_APPN);
    }

    @Test
    void takes_everything_and_cuts_itself_where_generic() {
        assertThat(GENERIC.dataCodings()).hasToString("any");
        assertThat(GENERIC.allows(DataCoding.of(255))).isTrue();
        assertThat(GENERIC.destinationTons().contains(5)).isTrue();
        assertThat(GENERIC.submitTlvs().contains(0x1400)).isTrue();
        assertThat(GENERIC.payloadAbove()).isEqualTo(254);
        assertThat(GENERIC.longMessages()).isEqualTo(LongMessages.UDH_8);
        assertThat(GENERIC.referenceCarrier()).isEqualTo(ReferenceCarrier.NONE);
        assertThat(GENERIC.hasMessageClass()).isFalse();
        assertThat(GENERIC.hasQueryCancelReplace()).isTrue();
        assertThat(GENERIC.negativeStatus()).isEqualTo(CommandStatus.ESME_RX_T_APPN);
    }

    @ParameterizedTest
    @EnumSource(MessageState.class)
    void calls_the_same_states_final_in_both(MessageState state) {
        boolean open = EnumSet.of(
                        MessageState.SCHEDULED, MessageState.ENROUTE, MessageState.UNKNOWN, MessageState.OTHER)
                .contains(state);
        assertThat(GATEWAYAPI.isFinal(state)).isEqualTo(!open);
        assertThat(GENERIC.isFinal(state)).isEqualTo(!open);
    }

    @Test
    void overrides_single_values_and_keeps_the_others() {
        Profile changed = GATEWAYAPI.toBuilder()
                .receiptTimeZone(ZoneId.of("Europe/Copenhagen"))
                .payloadAbove(140)
                .negativeStatus(CommandStatus.of(0x08))
                .finalStates(EnumSet.of(MessageState.DELIVERED))
                .build();
        assertThat(changed.receiptTimeZone()).isEqualTo(ZoneId.of("Europe/Copenhagen"));
        assertThat(changed.payloadAbove()).isEqualTo(140);
        assertThat(changed.negativeStatus()).isEqualTo(CommandStatus.ESME_RSYSERR);
        assertThat(changed.isFinal(MessageState.EXPIRED)).isFalse();
        assertThat(changed.name()).isEqualTo("gatewayapi");
        assertThat(changed.dataCodings()).hasToString("0, 3, 4, 8, 24, 240");
        assertThat(changed.longMessages()).isEqualTo(LongMessages.SMSC_CUTS);
        assertThat(changed.referenceCarrier()).isEqualTo(ReferenceCarrier.OCTET_STRING_TLV);
        assertThat(changed.hasMessageClass()).isTrue();
        assertThat(changed.hasQueryCancelReplace()).isFalse();
        assertThat(changed.error("019")).isPresent();
        assertThat(GATEWAYAPI.payloadAbove()).isEqualTo(254);
    }

    @Test
    void overrides_every_value() {
        Profile changed = GENERIC.toBuilder()
                .dataCodings(Allowed.only(0))
                .destinationTons(Allowed.only(2))
                .submitTlvs(Allowed.only(5))
                .longMessages(LongMessages.SAR)
                .referenceCarrier(ReferenceCarrier.OCTET_STRING_TLV)
                .messageClass(true)
                .queryCancelReplace(false)
                .errors(ErrorTable.gatewayapi())
                .build();
        assertThat(changed.allows(DataCoding.UCS2)).isFalse();
        assertThat(changed.destinationTons().contains(1)).isFalse();
        assertThat(changed.submitTlvs().contains(6)).isFalse();
        assertThat(changed.longMessages()).isEqualTo(LongMessages.SAR);
        assertThat(changed.referenceCarrier()).isEqualTo(ReferenceCarrier.OCTET_STRING_TLV);
        assertThat(changed.hasMessageClass()).isTrue();
        assertThat(changed.hasQueryCancelReplace()).isFalse();
        assertThat(changed.error("019").orElseThrow().code()).hasValue(0x1013);
        assertThat(changed).hasToString("Profile[generic]");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 255})
    void refuses_a_payload_limit_that_short_message_cannot_hold(int octets) {
        assertThatThrownBy(() -> GENERIC.toBuilder().payloadAbove(octets)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void has_no_optional_parameter_at_all_in_version_33() {
        Profile older = GATEWAYAPI.forVersion33();
        assertThat(older).hasToString("Profile[gatewayapi in SMPP 3.3]");
        assertThat(older.submitTlvs().isNone()).isTrue();
        assertThat(older.submitTlvs()).hasToString("none");
        assertThat(older.referenceCarrier()).isEqualTo(ReferenceCarrier.NONE);
        assertThat(older.hasMessageClass()).isFalse();
        assertThat(older.longMessages()).isEqualTo(LongMessages.UDH_8);
        assertThat(older.payloadAbove()).isEqualTo(254);
        assertThat(older.dataCodings()).hasToString("0, 3, 4, 8, 24, 240");
        assertThat(GENERIC.toBuilder().payloadAbove(0).build().forVersion33().payloadAbove())
                .isEqualTo(254);
    }
}
