package org.smppra.ra.settings;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smppra.codec.Frames;
import org.smppra.engine.AccountSettings;
import org.smppra.gateway.BindType;
import org.smppra.gateway.GatewaySettings;
import org.smppra.gateway.GatewaySettings.Credentials;
import org.smppra.link.HostAddress;
import org.smppra.link.TlsSettings;
import org.smppra.message.CommandStatus;
import org.smppra.profile.Profile;
import org.smppra.session.SessionSettings;

/** Turns properties into the settings of an account, with a default for each, and an error that names the property. */
public final class AccountDefaults {
    private static final long MILLI = 1_000_000;
    private static final int PORT = 2775;
    private static final int TLS_PORT = 8775;
    private static final int VERSION_3_4 = 0x34;

    private final Map<String, Serializable> values;

    private AccountDefaults(Map<String, Serializable> values) {
        this.values = values;
    }

    /**
     * @param over wins, property by property
     * @param under used where {@code over} sets nothing
     * @throws IllegalArgumentException naming the property that is missing or wrong, and what it may be
     */
    public static AccountSettings settings(AccountProperties over, AccountProperties under) {
        Map<String, Serializable> values = under.values();
        values.putAll(over.values());
        return new AccountDefaults(values).settings();
    }

    private AccountSettings settings() {
        Profile profile = Profile.named(text("profile", "gatewayapi"));
        CommandStatus negativeStatus = status(profile.negativeStatus());
        return new AccountSettings(
                gateway(negativeStatus), profile, millis("deliverAnswerTimeoutMillis", 20_000, 100), negativeStatus);
    }

    private GatewaySettings gateway(CommandStatus negativeStatus) {
        TlsSettings tls = flag("tls", false) ? tls() : null;
        int port = number("port", tls == null ? PORT : TLS_PORT, 1, 65_535);
        String hosts = text("hosts");
        if (hosts == null) {
            throw new IllegalArgumentException(
                    "hosts: not set; set it on the resource adapter, the connection factory or the activation, such as"
                            + " a.example,b.example:2776");
        }
        return new GatewaySettings(
                text("account", "default"),
                HostAddress.parseList(hosts, port),
                new Credentials(
                        limited("systemId", required("systemId"), 15),
                        limited("password", text("password", ""), 8),
                        limited("systemType", text("systemType", ""), 12),
                        VERSION_3_4,
                        limited("addressRange", text("addressRange", ""), 40)),
                bindType(),
                number("bindsPerHost", 1, 1, 100),
                tls,
                session(negativeStatus),
                millis("connectTimeoutMillis", 10_000, 1),
                millis("writeTimeoutMillis", 10_000, 1),
                millis("submitTimeoutMillis", 10_000, 0),
                number("maxSubmitsPerSecond", 0, 0, 1_000_000),
                millis("reconnectMaxDelayMillis", 30_000, 1),
                Frames.MAX_LENGTH);
    }

    private SessionSettings session(CommandStatus negativeStatus) {
        return new SessionSettings(
                number("windowSize", 10, 1, 65_536),
                millis("bindTimeoutMillis", 10_000, 1),
                millis("responseTimeoutMillis", 30_000, 1),
                millis("enquireLinkIntervalMillis", 30_000, 0),
                millis("inactivityTimeoutMillis", 0, 0),
                millis("unbindDrainTimeoutMillis", 10_000, 0),
                millis("closeTimeoutMillis", 10_000, 1),
                negativeStatus);
    }

    private TlsSettings tls() {
        return new TlsSettings(
                null,
                text("tlsTrustStore"),
                text("tlsTrustStorePassword"),
                text("tlsTrustStoreType"),
                text("tlsKeyStore"),
                text("tlsKeyStorePassword"),
                text("tlsKeyStoreType"),
                flag("tlsHostnameVerification", true));
    }

    private BindType bindType() {
        String name = text("bindType", BindType.TRANSCEIVER.name());
        try {
            return BindType.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "bindType: '" + name + "' is not one of " + Arrays.toString(BindType.values()));
        }
    }

    private CommandStatus status(CommandStatus byProfile) {
        Integer value = (Integer) values.get("negativeStatus");
        if (value == null) {
            return byProfile;
        }
        if (value == 0) {
            throw new IllegalArgumentException("negativeStatus: 0 would acknowledge; such as 100 (ESME_RX_T_APPN)");
        }
        return CommandStatus.of(value);
    }

    private @Nullable String text(String property) {
        return (String) values.get(property);
    }

    private String text(String property, String otherwise) {
        String value = text(property);
        return value == null ? otherwise : value;
    }

    private String required(String property) {
        String value = text(property);
        if (value == null) {
            throw new IllegalArgumentException(property + ": not set");
        }
        return value;
    }

    private static String limited(String property, String value, int max) {
        if (value.length() > max) {
            throw new IllegalArgumentException(property + ": " + value.length() + " characters, at most " + max);
        }
        return value;
    }

    private boolean flag(String property, boolean otherwise) {
        Boolean value = (Boolean) values.get(property);
        return value == null ? otherwise : value;
    }

    private long millis(String property, int otherwise, int min) {
        return number(property, otherwise, min, Integer.MAX_VALUE) * MILLI;
    }

    private int number(String property, int otherwise, int min, int max) {
        Integer value = (Integer) values.get(property);
        if (value == null) {
            return otherwise;
        }
        if (value < min || value > max) {
            throw new IllegalArgumentException(property + ": " + value + " is outside " + min + " to " + max);
        }
        return value;
    }
}
