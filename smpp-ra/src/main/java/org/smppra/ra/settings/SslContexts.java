package org.smppra.ra.settings;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.net.ssl.SSLContext;
import org.smppra.engine.Property;

/** SSL contexts that the server keeps under a JNDI name, with its own stores and their renewal. */
final class SslContexts {
    private SslContexts() {}

    @SuppressWarnings("BanJNDI") // an administrator's setting, not input
    static SSLContext lookUp(String name) {
        Object found;
        try {
            found = InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw Property.SSL_CONTEXT_LOOKUP.wrong("nothing is bound to '" + name + "': " + e);
        }
        if (found instanceof SSLContext context) {
            return context;
        }
        throw Property.SSL_CONTEXT_LOOKUP.wrong(
                "'" + name + "' is a " + found.getClass().getName() + ", not an " + SSLContext.class.getName());
    }
}
