package org.smppra.profile;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.smppra.MessageState;
import org.smppra.message.DataCoding;
import org.smppra.message.Tlv;
import org.smppra.text.LongMessages;

/** The profiles that have a name. */
final class KnownProfiles {
    /** SMPP 5.0's final states, and GatewayAPI's. UNKNOWN is not among them: a later receipt may know better. */
    private static final Set<MessageState> FINAL = Set.of(
            MessageState.DELIVERED,
            MessageState.EXPIRED,
            MessageState.DELETED,
            MessageState.UNDELIVERABLE,
            MessageState.ACCEPTED,
            MessageState.REJECTED,
            MessageState.SKIPPED);

    private static final Map<String, Profile> ALL =
            Collections.unmodifiableMap(new TreeMap<>(Map.of("gatewayapi", gatewayapi(), "generic", generic())));

    private KnownProfiles() {}

    static Profile named(String name) {
        Profile known = ALL.get(name);
        if (known == null) {
            throw new IllegalArgumentException(
                    "profile: there is no '" + name + "'; known are " + String.join(", ", ALL.keySet()));
        }
        return known;
    }

    private static Profile gatewayapi() {
        return Profile.builder("gatewayapi")
                .dataCodings(Allowed.only(
                        DataCoding.DEFAULT.value(),
                        DataCoding.LATIN_1.value(),
                        DataCoding.BINARY.value(),
                        DataCoding.UCS2.value(),
                        DataCoding.UCS2_FLASH.value(),
                        DataCoding.GSM_FLASH.value()))
                .destinationTons(Allowed.only(0, 1))
                .submitTlvs(Allowed.only(
                        Tlv.DEST_ADDR_SUBUNIT.tag(),
                        Tlv.USER_MESSAGE_REFERENCE.tag(),
                        Tlv.MESSAGE_PAYLOAD.tag(),
                        Tlv.MESSAGE_CLASS.tag()))
                .longMessages(LongMessages.SMSC_CUTS)
                .referenceCarrier(ReferenceCarrier.OCTET_STRING_TLV)
                .messageClass(true)
                .queryCancelReplace(false)
                .idFormat(IdFormat.AS_IS)
                .finalStates(FINAL)
                .errors(ErrorTable.gatewayapi())
                .build();
    }

    private static Profile generic() {
        return Profile.builder("generic").finalStates(FINAL).build();
    }
}
