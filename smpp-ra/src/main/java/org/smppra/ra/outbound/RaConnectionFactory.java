package org.smppra.ra.outbound;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import java.io.Serializable;
import javax.naming.Reference;
import org.jspecify.annotations.Nullable;
import org.smppra.GatewayUnavailableException;
import org.smppra.InvalidMessageException;
import org.smppra.MessagePlan;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SmppException;

/** What is bound in JNDI: asks the container's connection manager, on the caller's thread. */
final class RaConnectionFactory implements SmppConnectionFactory, Serializable, Referenceable {
    private static final long serialVersionUID = 1L;

    private final SmppManagedConnectionFactory factory;
    private final ConnectionManager manager;
    private @Nullable Reference reference;

    RaConnectionFactory(SmppManagedConnectionFactory factory, ConnectionManager manager) {
        this.factory = factory;
        this.manager = manager;
    }

    @Override
    public SmppConnection getConnection() throws SmppException {
        return allocate(null);
    }

    @Override
    public SmppConnection getConnection(String systemId, String password) throws SmppException {
        return allocate(new AccountRequest(systemId, password));
    }

    private SmppConnection allocate(@Nullable AccountRequest request) throws SmppException {
        try {
            return (SmppConnection) manager.allocateConnection(factory, request);
        } catch (ResourceException e) {
            throw new GatewayUnavailableException("the container gave no connection: " + e.getMessage(), e);
        }
    }

    @Override
    public MessagePlan plan(ShortMessage message) throws InvalidMessageException {
        try {
            return factory.account().plan(factory.submitDefaults().apply(message));
        } catch (ResourceException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void setReference(Reference to) {
        this.reference = to;
    }

    @Override
    public @Nullable Reference getReference() {
        return reference;
    }
}
