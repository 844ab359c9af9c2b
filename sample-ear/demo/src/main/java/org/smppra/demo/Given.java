package org.smppra.demo;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks for {@code smpp.systemId} among the properties, then for {@code SMPP_SYSTEM_ID} in the environment. */
record Given(Map<?, ?> properties, Map<String, String> environment) {
    @Nullable
    String get(String property) {
        Object value = properties.get(property);
        String found = value != null ? value.toString() : environment.get(variable(property));
        return found == null || found.isBlank() ? null : found.strip();
    }

    String required(String property) throws DemoException {
        String value = get(property);
        if (value == null) {
            throw new DemoException("-Dsmpp.hosts is given and " + property + " is missing: add -D" + property
                    + "=… or set the environment variable " + variable(property));
        }
        if (value.contains("${")) {
            throw new DemoException(property + " holds \"${\": WildFly would replace that in a setting, and sign on"
                    + " with something else");
        }
        return value;
    }

    boolean isTrue(String property) throws DemoException {
        String value = get(property);
        if (value == null || value.equals("false")) {
            return false;
        }
        // -Dsmpp.tls alone: Maven makes it "true".
        if (value.equals("true")) {
            return true;
        }
        throw new DemoException("-D" + property + "=" + value + ": true or false is expected");
    }

    static String variable(String property) {
        return property.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
