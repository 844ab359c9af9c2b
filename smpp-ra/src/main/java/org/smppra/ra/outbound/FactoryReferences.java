package org.smppra.ra.outbound;

import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.Name;
import javax.naming.RefAddr;
import javax.naming.Reference;
import javax.naming.spi.ObjectFactory;
import org.jspecify.annotations.Nullable;
import org.smppra.SmppConnectionFactory;

/**
 * Makes connection factories of references, for a program without a container that binds one in JNDI. In the same JVM it
 * is the one that was bound; one that was written and read again says that it has no resource adapter.
 */
public final class FactoryReferences implements ObjectFactory {
    static Reference of(RaConnectionFactory factory) {
        return new Reference(
                SmppConnectionFactory.class.getName(), new Address(factory), FactoryReferences.class.getName(), null);
    }

    @Override
    @SuppressWarnings("JdkObsolete") // the contract's own signature
    public @Nullable Object getObjectInstance(
            @Nullable Object bound,
            @Nullable Name name,
            @Nullable Context context,
            @Nullable Hashtable<?, ?> environment) {
        return bound instanceof Reference reference && reference.get(Address.TYPE) instanceof Address address
                ? address.getContent()
                : null;
    }

    private static final class Address extends RefAddr {
        private static final long serialVersionUID = 1L;
        static final String TYPE = "factory";

        private final RaConnectionFactory factory;

        Address(RaConnectionFactory factory) {
            super(TYPE);
            this.factory = factory;
        }

        @Override
        public Object getContent() {
            return factory;
        }
    }
}
