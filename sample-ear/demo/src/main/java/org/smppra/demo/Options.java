package org.smppra.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked for: {@code -Dsmpp.…} properties, or environment variables of the names the server reads.
 *
 * @param portOffset added to every port of the server and the simulator
 * @param account null: the simulator
 */
record Options(int portOffset, @Nullable Account account) {
    /** Whom to talk to instead of the simulator. */
    record Account(
            String hosts,
            String systemId,
            String password,
            boolean tls,
            @Nullable String trustStore,
            @Nullable String trustStorePassword) {
        /** A record would show the password. */
        @Override
        public String toString() {
            return hosts;
        }
    }

    static Options of(Map<?, ?> properties, Map<String, String> environment) throws DemoException {
        Given given = new Given(properties, environment);
        return new Options(portOffset(given), account(given));
    }

    private static int portOffset(Given given) throws DemoException {
        String offset = given.get("smpp.demo.portOffset");
        try {
            int number = offset == null ? 0 : Integer.parseInt(offset);
            if (number >= 0 && number <= 50_000) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new DemoException("-Dsmpp.demo.portOffset=" + offset + ": a number from 0 to 50000 is expected");
    }

    private static @Nullable Account account(Given given) throws DemoException {
        String hosts = given.get("smpp.hosts");
        boolean tls = given.isTrue("smpp.tls");
        if (hosts == null) {
            if (tls || given.get("smpp.systemId") != null || given.get("smpp.password") != null) {
                throw new DemoException("smpp.tls, smpp.systemId and smpp.password go with -Dsmpp.hosts=host[:port],…"
                        + " (without hosts the demo starts its simulator, which accepts any account)");
            }
            return null;
        }
        return new Account(
                hosts,
                given.required("smpp.systemId"),
                given.required("smpp.password"),
                tls,
                given.get("smpp.tlsTrustStore"),
                given.get("smpp.tlsTrustStorePassword"));
    }

    boolean hasTrustStore() {
        return account != null && account.trustStore() != null;
    }

    /** The environment that configure.cli refers to. */
    Map<String, String> serverEnvironment(String simulatorHosts) {
        Account there = account != null ? account : new Account(simulatorHosts, "demo", "demo", false, null, null);
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SMPP_HOSTS", there.hosts());
        environment.put("SMPP_SYSTEM_ID", there.systemId());
        environment.put("SMPP_PASSWORD", there.password());
        environment.put("SMPP_TLS", String.valueOf(there.tls()));
        if (there.trustStore() != null) {
            environment.put("SMPP_TLS_TRUST_STORE", there.trustStore());
        }
        if (there.trustStorePassword() != null) {
            environment.put("SMPP_TLS_TRUST_STORE_PASSWORD", there.trustStorePassword());
        }
        return environment;
    }
}
