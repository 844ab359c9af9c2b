package org.smppra.ra.outbound;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.smppra.engine.Property;
import org.smppra.engine.SubmitDefaults;

/** What a factory adds to messages, and what its submit means to a transaction. */
record SubmitSettings(SubmitDefaults defaults, SubmitMode mode, DirectInTransaction direct) {
    /**
     * @param over wins, property by property
     * @throws IllegalArgumentException naming the property that is wrong, and what it may be
     */
    static SubmitSettings of(Map<String, Serializable> over, Map<String, Serializable> under) {
        Map<String, Serializable> values = new HashMap<>(under);
        values.putAll(over);
        return new SubmitSettings(
                SubmitDefaults.of(values),
                oneOf(values, Property.SUBMIT_MODE, SubmitMode.values()),
                oneOf(values, Property.DIRECT_IN_TRANSACTION, DirectInTransaction.values()));
    }

    private static <E extends Enum<E>> E oneOf(Map<String, Serializable> values, Property property, E[] all) {
        Serializable set = values.get(property.toString());
        Object name = set == null ? property.otherwise() : set;
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> property.wrong("'" + name + "' is not one of " + Arrays.toString(all)));
    }
}
