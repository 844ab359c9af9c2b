package org.smppra.servers.glassfish;

import java.nio.file.Path;

/** In what Payara and GlassFish differ. */
enum Brand {
    PAYARA("payara", ""),
    /** Its default data source is a database that somebody has to start. */
    GLASSFISH("glassfish", "set resources.jdbc-resource.jdbc/__default.pool-name=orders\n");

    private final String kit;
    private final String defaultDataSource;

    Brand(String kit, String defaultDataSource) {
        this.kit = kit;
        this.defaultDataSource = defaultDataSource;
    }

    /** Commands that make it one that runs; the sample uses it. */
    String defaultDataSource() {
        return defaultDataSource;
    }

    /** @param home as {@code payara6} */
    static Brand of(Path home) {
        return home.getFileName().toString().startsWith(PAYARA.kit) ? PAYARA : GLASSFISH;
    }

    /** Its file in the kit. */
    String file(String name) {
        return kit + "/" + name;
    }
}
