package org.smppra.servers.glassfish;

import java.nio.file.Path;

/** In what Payara and GlassFish differ. */
enum Brand {
    PAYARA("payara"),
    GLASSFISH("glassfish");

    private final String kit;

    Brand(String kit) {
        this.kit = kit;
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
