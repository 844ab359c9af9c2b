package org.smppra.engine;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.smppra.codec.Frames;
import org.smppra.delivery.Acknowledge;
import org.smppra.delivery.ReassemblySettings;
import org.smppra.gateway.BindType;
import org.smppra.gateway.GatewaySettings;
import org.smppra.gateway.GatewaySettings.Credentials;
import org.smppra.link.HostAddress;
import org.smppra.link.TlsSettings;
import org.smppra.message.CommandStatus;
import org.smppra.profile.IdFormat;
import org.smppra.profile.Profile;
import org.smppra.session.SessionSettings;
import org.smppra.text.LongMessages;

/** Turns properties into the settings of an account, with a default for each, and an error that names the property. */
public final class AccountDefaults {
    private static final int PORT = 2775;
    private static final int TLS_PORT = 8775;
    private static final int VERSION_3_3 = 0x33;
    private static final int VERSION_3_4 = 0x34;

    private final PropertyValues values;
    private final Function<String, SSLContext> contexts;
    private final int interfaceVersion;

    private AccountDefaults(PropertyValues values, Function<String, SSLContext> contexts) {
        this.values = values;
        this.contexts = contexts;
        this.interfaceVersion = interfaceVersion(values.text(Property.INTERFACE_VERSION));
    }

    /**
     * @param over wins, property by property
     * @param under used where {@code over} sets nothing
     * @throws IllegalArgumentException naming the property that is missing or wrong, and what it may be
     */
    public static AccountSettings settings(Map<String, Serializable> over, Map<String, Serializable> under) {
        return settings(over, under, name -> {
            throw Property.SSL_CONTEXT_LOOKUP.wrong("'" + name + "' cannot be looked up here");
        });
    }

    /**
     * The same where there is a directory of SSL contexts.
     *
     * @param contexts by the name that sslContextLookup gives; throws IllegalArgumentException if there is none
     */
    public static AccountSettings settings(
            Map<String, Serializable> over, Map<String, Serializable> under, Function<String, SSLContext> contexts) {
        Map<String, Serializable> values = new HashMap<>(under);
        values.putAll(over);
        return new AccountDefaults(new PropertyValues(values), contexts).settings();
    }

    private static int interfaceVersion(String name) {
        return switch (name) {
            case "3.4" -> VERSION_3_4;
            case "3.3" -> VERSION_3_3;
            default -> throw Property.INTERFACE_VERSION.wrong("'" + name + "' is neither 3.4 nor 3.3");
        };
    }

    private AccountSettings settings() {
        Profile profile = profile();
        CommandStatus negativeStatus = negativeStatus(profile.negativeStatus());
        return new AccountSettings(
                gateway(negativeStatus),
                profile,
                values.nanos(Property.DELIVER_ANSWER_TIMEOUT_MILLIS),
                negativeStatus,
                reassembly(),
                oneOf(Property.ACKNOWLEDGE, Acknowledge.values(), Acknowledge.AFTER_COMMIT));
    }

    /** The profile that the settings name, with the values that they override. */
    private Profile profile() {
        Profile named = Profile.named(values.text(Property.PROFILE));
        String zone = values.textOrNull(Property.RECEIPT_TIME_ZONE);
        Profile whole = named.toBuilder()
                .payloadAbove(values.number(Property.PAYLOAD_ABOVE, named.payloadAbove()))
                .longMessages(longMessages(named.longMessages()))
                .packsSeptets(flag(Property.PACKED_SEPTETS, named.packsSeptets()))
                .receiptByMessageId(flag(Property.RECEIPT_BY_MESSAGE_ID, named.isReceiptByMessageId()))
                .receiptTimeZone(zone == null ? named.receiptTimeZone() : zone(zone))
                .build();
        Profile spoken = interfaceVersion == VERSION_3_3 ? whole.forVersion33() : whole;
        return spoken.toBuilder()
                .idFormat(oneOf(Property.ID_FORMAT, IdFormat.values(), spoken.idFormat()))
                .build();
    }

    private boolean flag(Property property, boolean byProfile) {
        return values.isSet(property) ? values.flag(property) : byProfile;
    }

    private LongMessages longMessages(LongMessages byProfile) {
        return oneOf(Property.LONG_MESSAGES, LongMessages.values(), byProfile);
    }

    private ReassemblySettings reassembly() {
        return new ReassemblySettings(
                ReassemblySettings.DEFAULT.messages(),
                ReassemblySettings.DEFAULT.octets(),
                values.nanos(Property.REASSEMBLY_TIMEOUT_MILLIS),
                values.flag(Property.DELIVER_INCOMPLETE));
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw Property.RECEIPT_TIME_ZONE.wrong("'" + id + "' is not a zone such as UTC or Europe/Copenhagen");
        }
    }

    private GatewaySettings gateway(CommandStatus negativeStatus) {
        TlsSettings tls = values.flag(Property.TLS) ? tls() : null;
        if (!values.isSet(Property.HOSTS)) {
            throw Property.HOSTS.wrong("not set; such as a.example,b.example:2776");
        }
        return new GatewaySettings(
                values.text(Property.ACCOUNT),
                HostAddress.parseList(
                        values.text(Property.HOSTS), values.number(Property.PORT, tls == null ? PORT : TLS_PORT)),
                new Credentials(
                        values.text(Property.SYSTEM_ID),
                        values.text(Property.PASSWORD),
                        values.text(Property.SYSTEM_TYPE),
                        interfaceVersion,
                        values.text(Property.ADDRESS_RANGE)),
                bindType(),
                values.number(Property.BINDS_PER_HOST),
                tls,
                session(negativeStatus),
                values.nanos(Property.CONNECT_TIMEOUT_MILLIS),
                values.nanos(Property.WRITE_TIMEOUT_MILLIS),
                values.nanos(Property.SUBMIT_TIMEOUT_MILLIS),
                values.number(Property.MAX_SUBMITS_PER_SECOND),
                values.nanos(Property.NO_ENDPOINT_LINGER_MILLIS),
                values.nanos(Property.RECONNECT_MAX_DELAY_MILLIS),
                Frames.MAX_LENGTH);
    }

    private SessionSettings session(CommandStatus negativeStatus) {
        return new SessionSettings(
                values.number(Property.WINDOW_SIZE),
                values.nanos(Property.BIND_TIMEOUT_MILLIS),
                values.nanos(Property.RESPONSE_TIMEOUT_MILLIS),
                values.nanos(Property.ENQUIRE_LINK_INTERVAL_MILLIS),
                values.nanos(Property.INACTIVITY_TIMEOUT_MILLIS),
                values.nanos(Property.UNBIND_DRAIN_TIMEOUT_MILLIS),
                values.nanos(Property.CLOSE_TIMEOUT_MILLIS),
                negativeStatus);
    }

    private TlsSettings tls() {
        return new TlsSettings(
                context(),
                values.textOrNull(Property.TLS_TRUST_STORE),
                values.textOrNull(Property.TLS_TRUST_STORE_PASSWORD),
                values.textOrNull(Property.TLS_TRUST_STORE_TYPE),
                values.textOrNull(Property.TLS_KEY_STORE),
                values.textOrNull(Property.TLS_KEY_STORE_PASSWORD),
                values.textOrNull(Property.TLS_KEY_STORE_TYPE),
                values.flag(Property.TLS_HOSTNAME_VERIFICATION));
    }

    /** Where somebody else keeps the certificates. */
    private @Nullable SSLContext context() {
        String name = values.textOrNull(Property.SSL_CONTEXT_LOOKUP);
        if (name == null) {
            return null;
        }
        for (Property store : List.of(Property.TLS_TRUST_STORE, Property.TLS_KEY_STORE)) {
            if (values.isSet(store)) {
                throw Property.SSL_CONTEXT_LOOKUP.wrong("the context has its own stores; leave out " + store);
            }
        }
        return contexts.apply(name);
    }

    /** SMPP 3.3 has no bind_transceiver. */
    private BindType bindType() {
        BindType byVersion = interfaceVersion == VERSION_3_3 ? BindType.TRANSMITTER_RECEIVER : BindType.TRANSCEIVER;
        BindType chosen = oneOf(Property.BIND_TYPE, BindType.values(), byVersion);
        if (interfaceVersion == VERSION_3_3 && chosen == BindType.TRANSCEIVER) {
            throw Property.BIND_TYPE.wrong(
                    "interfaceVersion 3.3 has no " + BindType.TRANSCEIVER + "; use " + byVersion + " or leave it out");
        }
        return chosen;
    }

    private <E extends Enum<E>> E oneOf(Property property, E[] all, E otherwise) {
        String name = values.textOrNull(property);
        return Arrays.stream(all)
                .filter(each -> name == null ? each == otherwise : each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> property.wrong("'" + name + "' is not one of " + Arrays.toString(all)));
    }

    private CommandStatus negativeStatus(CommandStatus byProfile) {
        if (!values.isSet(Property.NEGATIVE_STATUS)) {
            return byProfile;
        }
        int value = values.number(Property.NEGATIVE_STATUS);
        if (value == 0) {
            throw Property.NEGATIVE_STATUS.wrong("0 would acknowledge; such as 100 (ESME_RX_T_APPN)");
        }
        return CommandStatus.of(value);
    }
}
