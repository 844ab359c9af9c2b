package org.smppra.engine;

import java.io.Serializable;
import java.util.Map;

/**
 * How deliveries reach listeners.
 *
 * @param maxConcurrency listeners that may run at one time
 * @param maxRedeliveries attempts after the first, before the SMSC is asked to send again
 * @param redeliveryDelayMillis before the first of these, doubling up to a minute
 * @param filter which deliveries these listeners are for
 */
public record ListenerSettings(
        int maxConcurrency, int maxRedeliveries, int redeliveryDelayMillis, DeliveryFilter filter) {
    private static final int MOST = 500;
    private static final long MAX_DELAY_MILLIS = 60_000;

    /** @throws IllegalArgumentException naming the property that is wrong, and what it may be */
    public static ListenerSettings of(Map<String, Serializable> properties) {
        PropertyValues values = new PropertyValues(properties);
        return new ListenerSettings(
                values.number(Property.MAX_CONCURRENCY),
                values.number(Property.MAX_REDELIVERIES),
                values.number(Property.REDELIVERY_DELAY_MILLIS),
                new DeliveryFilter(
                        values.textOrNull(Property.RECEIPT_FILTER), values.textOrNull(Property.DESTINATION_FILTER)));
    }

    /** How many deliveries listeners may hold, in work or waiting for it. */
    public int most() {
        return Math.max(MOST, 2 * maxConcurrency);
    }

    /** From the failure of this attempt, counted from 1, to the next one. */
    long delayMillis(int attempt) {
        return Math.min(MAX_DELAY_MILLIS, (long) redeliveryDelayMillis << Math.min(attempt - 1, 16));
    }
}
