package org.smppra.ra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Hashtable;
import java.util.Map;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smppra.link.TlsSettings;

/** An SSL context that the server keeps under a name. */
class SslContextsTest {
    private static final AccountProperties NOTHING = new AccountProperties();

    private final AccountProperties properties = new AccountProperties();
    private String before;

    /** A directory with one context, and something else. */
    public static final class Names implements InitialContextFactory {
        @Override
        public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
            Map<String, Object> bound = Map.of("java:/ssl", context(), "java:/other", "a text");
            return new InitialContext(true) {
                @Override
                public Object lookup(String name) throws NamingException {
                    if (!bound.containsKey(name)) {
                        throw new NameNotFoundException(name);
                    }
                    return bound.get(name);
                }
            };
        }
    }

    private static SSLContext context() {
        try {
            return SSLContext.getDefault();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void bind() {
        before = System.getProperty(Context.INITIAL_CONTEXT_FACTORY);
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Names.class.getName());
        properties.setHosts("a.example");
        properties.setSystemId("shop");
        properties.setTls(true);
    }

    @AfterEach
    void unbind() {
        if (before == null) {
            System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
        } else {
            System.setProperty(Context.INITIAL_CONTEXT_FACTORY, before);
        }
    }

    private TlsSettings tls() {
        return properties.settings(NOTHING).gateway().tls();
    }

    @Test
    void is_looked_up_by_the_name_that_is_set() {
        properties.setSslContextLookup("java:/ssl");
        assertThat(tls().context()).isSameAs(context());
        assertThat(properties.settings(NOTHING)).isEqualTo(properties.settings(NOTHING));
    }

    @Test
    void is_not_asked_for_without_TLS() {
        properties.setTls(false);
        properties.setSslContextLookup("java:/none");
        assertThat(tls()).isNull();
    }

    @Test
    void a_name_to_which_nothing_or_something_else_is_bound_is_refused_with_the_property() {
        properties.setSslContextLookup("java:/none");
        assertThatThrownBy(this::tls).hasMessageStartingWith("sslContextLookup: nothing is bound to 'java:/none'");
        properties.setSslContextLookup("java:/other");
        assertThatThrownBy(this::tls).hasMessageStartingWith("sslContextLookup: 'java:/other' is a java.lang.String");
    }

    @Test
    void stores_beside_it_are_refused_for_one_of_them_would_not_count() {
        properties.setSslContextLookup("java:/ssl");
        properties.setTlsTrustStore("trust.p12");
        assertThatThrownBy(this::tls).hasMessageContaining("sslContextLookup").hasMessageContaining("tlsTrustStore");
    }
}
