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

    /** Its directory in the kit, its page, and where it is in the examples. */
    String kit() {
        return kit;
    }

    /** @param home as {@code payara6} */
    static Brand of(Path home) {
        return home.getFileName().toString().startsWith(PAYARA.kit) ? PAYARA : GLASSFISH;
    }
}
