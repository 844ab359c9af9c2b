package org.smppra.engine;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be set on an account, on what it submits and on its listeners: the name, the type, the default and what the
 * values may be. docs/settings.md says what each means.
 */
public enum Property {
    ACCOUNT("account", "default"),
    HOSTS("hosts"),
    PORT("port", null, 1, 65_535),
    TLS("tls", false),
    TLS_TRUST_STORE("tlsTrustStore"),
    TLS_TRUST_STORE_PASSWORD("tlsTrustStorePassword"),
    TLS_TRUST_STORE_TYPE("tlsTrustStoreType"),
    TLS_KEY_STORE("tlsKeyStore"),
    TLS_KEY_STORE_PASSWORD("tlsKeyStorePassword"),
    TLS_KEY_STORE_TYPE("tlsKeyStoreType"),
    TLS_HOSTNAME_VERIFICATION("tlsHostnameVerification", true),
    SSL_CONTEXT_LOOKUP("sslContextLookup"),
    SYSTEM_ID("systemId", null, 15),
    PASSWORD("password", "", 8),
    SYSTEM_TYPE("systemType", "", 12),
    ADDRESS_RANGE("addressRange", "", 40),
    INTERFACE_VERSION("interfaceVersion", "3.4"),
    BIND_TYPE("bindType"),
    BINDS_PER_HOST("bindsPerHost", 1, 1, 100),
    WINDOW_SIZE("windowSize", 10, 1, 65_536),
    ENQUIRE_LINK_INTERVAL_MILLIS("enquireLinkIntervalMillis", 30_000, 0, Integer.MAX_VALUE),
    INACTIVITY_TIMEOUT_MILLIS("inactivityTimeoutMillis", 0, 0, Integer.MAX_VALUE),
    RECONNECT_MAX_DELAY_MILLIS("reconnectMaxDelayMillis", 30_000, 1, Integer.MAX_VALUE),
    CONNECT_TIMEOUT_MILLIS("connectTimeoutMillis", 10_000, 1, Integer.MAX_VALUE),
    BIND_TIMEOUT_MILLIS("bindTimeoutMillis", 10_000, 1, Integer.MAX_VALUE),
    WRITE_TIMEOUT_MILLIS("writeTimeoutMillis", 10_000, 1, Integer.MAX_VALUE),
    CLOSE_TIMEOUT_MILLIS("closeTimeoutMillis", 10_000, 1, Integer.MAX_VALUE),
    UNBIND_DRAIN_TIMEOUT_MILLIS("unbindDrainTimeoutMillis", 10_000, 0, Integer.MAX_VALUE),
    RESPONSE_TIMEOUT_MILLIS("responseTimeoutMillis", 30_000, 1, Integer.MAX_VALUE),
    SUBMIT_TIMEOUT_MILLIS("submitTimeoutMillis", 10_000, 0, Integer.MAX_VALUE),
    MAX_SUBMITS_PER_SECOND("maxSubmitsPerSecond", 0, 0, 1_000_000),
    PROFILE("profile", "gatewayapi"),
    PAYLOAD_ABOVE("payloadAbove", null, 0, 254),
    LONG_MESSAGES("longMessages"),
    PACKED_SEPTETS("packedSeptets", Boolean.class, null, 0, 0),
    RECEIPT_BY_MESSAGE_ID("receiptByMessageId", Boolean.class, null, 0, 0),
    ID_FORMAT("idFormat"),
    RECEIPT_TIME_ZONE("receiptTimeZone"),
    ACKNOWLEDGE("acknowledge", "AFTER_COMMIT"),
    DELIVER_ANSWER_TIMEOUT_MILLIS("deliverAnswerTimeoutMillis", 20_000, 100, Integer.MAX_VALUE),
    NO_ENDPOINT_LINGER_MILLIS("noEndpointLingerMillis", 30_000, 0, Integer.MAX_VALUE),
    REASSEMBLY_TIMEOUT_MILLIS("reassemblyTimeoutMillis", 300_000, 1, Integer.MAX_VALUE),
    DELIVER_INCOMPLETE("deliverIncomplete", true),
    NEGATIVE_STATUS("negativeStatus", null, Integer.MIN_VALUE, Integer.MAX_VALUE),
    DEFAULT_FROM("defaultFrom"),
    DEFAULT_MESSAGE_CLASS("defaultMessageClass"),
    UNANSWERED_POLICY("unansweredPolicy", "RESEND"),
    SUBMIT_MODE("submitMode", "OUTBOX"),
    DIRECT_IN_TRANSACTION("directInTransaction", "WARN"),
    OUTBOX_DIRECTORY("outboxDirectory"),
    OUTBOX_CAPACITY("outboxCapacity", 1_000_000, 1, 100_000_000),
    OUTBOX_CAPACITY_OCTETS("outboxCapacityOctets", 335_544_320, 1_048_576, Integer.MAX_VALUE),
    OUTBOX_MAX_AGE_MILLIS("outboxMaxAgeMillis", 172_800_000, 1, Integer.MAX_VALUE),
    SETTLED_RETENTION_MILLIS("settledRetentionMillis", 259_200_000, 0, Integer.MAX_VALUE),
    IDEMPOTENCY_RETENTION_MILLIS("idempotencyRetentionMillis", 86_400_000, 0, Integer.MAX_VALUE),
    ERASE_WITHIN_MILLIS("eraseWithinMillis", 3_600_000, 1_000, Integer.MAX_VALUE),
    MAX_ACCOUNTS("maxAccounts", 100, 1, 100_000),
    MAX_CONCURRENCY("maxConcurrency", 10, 1, Integer.MAX_VALUE),
    MAX_REDELIVERIES("maxRedeliveries", 10, 0, Integer.MAX_VALUE),
    REDELIVERY_DELAY_MILLIS("redeliveryDelayMillis", 1_000, 0, Integer.MAX_VALUE),
    RECEIPT_FILTER("receiptFilter"),
    DESTINATION_FILTER("destinationFilter", null, 21);

    private static final Set<Property> OF_AN_ADAPTER = EnumSet.of(
            SSL_CONTEXT_LOOKUP, SUBMIT_MODE, DIRECT_IN_TRANSACTION, MAX_ACCOUNTS, RECEIPT_FILTER, DESTINATION_FILTER);

    private final String property;
    private final Class<? extends Serializable> type;
    private final @Nullable Serializable otherwise;
    private final int min;
    private final int max;

    Property(String property) {
        this(property, (String) null, Integer.MAX_VALUE);
    }

    Property(String property, String otherwise) {
        this(property, otherwise, Integer.MAX_VALUE);
    }

    Property(String property, @Nullable String otherwise, int maxLength) {
        this(property, String.class, otherwise, 0, maxLength);
    }

    Property(String property, boolean otherwise) {
        this(property, Boolean.class, otherwise, 0, 0);
    }

    Property(String property, @Nullable Integer otherwise, int min, int max) {
        this(property, Integer.class, otherwise, min, max);
    }

    Property(String property, Class<? extends Serializable> type, @Nullable Serializable otherwise, int min, int max) {
        this.property = property;
        this.type = type;
        this.otherwise = otherwise;
        this.min = min;
        this.max = max;
    }

    /** @throws IllegalArgumentException if there is no such property; it lists the names */
    public static Property named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.property.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + ": there is no such property; known are "
                        + Arrays.stream(values()).map(Property::toString).collect(Collectors.joining(", "))));
    }

    /** Whether only the resource adapter has it: it is about transactions, several beans, or what a server provides. */
    public boolean isOfAdapterOnly() {
        return OF_AN_ADAPTER.contains(this);
    }

    /** The least that a number may be. */
    public int min() {
        return min;
    }

    /** The most that a number, or the length of a text, may be; Integer.MAX_VALUE: no limit. */
    public int max() {
        return max;
    }

    /** String, Integer or Boolean. */
    public Class<? extends Serializable> type() {
        return type;
    }

    /** What counts where nothing is set; null: nothing, or as other properties say. */
    public @Nullable Serializable otherwise() {
        return otherwise;
    }

    /** @throws IllegalArgumentException naming the property, if it cannot have this value; without the value of a text */
    public void check(Serializable value) {
        if (!type.isInstance(value)) {
            throw wrong(value.getClass().getSimpleName() + " instead of " + type.getSimpleName());
        }
        if (value instanceof String text && text.length() > max) {
            throw wrong(text.length() + " characters, at most " + max);
        }
        if (value instanceof Integer number && (number < min || number > max)) {
            throw wrong(
                    max == Integer.MAX_VALUE
                            ? number + " is less than " + min
                            : number + " is outside " + min + " to " + max);
        }
    }

    /** @param why this value cannot be, and what to do */
    public IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(property + ": " + why);
    }

    /** The name, such as windowSize. */
    @Override
    public String toString() {
        return property;
    }
}
