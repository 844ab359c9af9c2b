package org.smppra.it.receipts;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator sets, beside what all tests have.
 *
 * @param adapter properties of the adapter
 * @param factoryOf the account that a connection factory supplies, the adapter having none; null: it is the adapter's
 */
record AdapterSettings(Map<String, String> adapter, @Nullable String factoryOf) {
    private static final String ADAPTER = "/subsystem=resource-adapters/resource-adapter=smpp-ra.rar/";

    static AdapterSettings of(Map<String, String> adapter) {
        return new AdapterSettings(adapter, null);
    }

    /** In the command line interface. */
    String script(Map<String, String> account) {
        Map<String, String> ofAccount = new TreeMap<>(account);
        if (factoryOf == null) {
            ofAccount.putAll(adapter);
            return properties(ADAPTER, ofAccount);
        }
        ofAccount.put("account", factoryOf);
        String factory = ADAPTER + "connection-definitions=" + factoryOf;
        return String.join(
                "\n",
                properties(ADAPTER, adapter),
                factory + ":add(jndi-name=\"java:/smpp/" + factoryOf
                        + "\", class-name=org.smppra.ra.outbound.SmppManagedConnectionFactory, min-pool-size=0)",
                properties(factory + "/", ofAccount));
    }

    private static String properties(String of, Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> of + "config-properties=" + each.getKey() + ":add(value=" + each.getValue() + ")")
                .collect(Collectors.joining("\n"));
    }
}
