package org.smppra.ra.management;

import jakarta.resource.Referenceable;
import jakarta.resource.spi.AdministeredObject;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.naming.Reference;
import org.jspecify.annotations.Nullable;
import org.smppra.Direction;
import org.smppra.GatewayState;
import org.smppra.Settle;
import org.smppra.SmppOperations;
import org.smppra.Store;
import org.smppra.Stored;
import org.smppra.Submission;
import org.smppra.ra.settings.PropertyBean;

/**
 * The administered object: what an operator may do with the running account that it names, looked up anew at each call.
 *
 * <p>Every method throws IllegalStateException, with the reason, if no such account runs, or the outbox is not open.
 */
@AdministeredObject(adminObjectInterfaces = SmppOperations.class)
public class AdapterOperations extends PropertyBean
        implements SmppOperations, ResourceAdapterAssociation, Referenceable, Serializable {
    private static final long serialVersionUID = 1L;

    private transient @Nullable ResourceAdapter resourceAdapter;
    private @Nullable Reference reference;

    /** The account's name, as the adapter or a factory gives it; the adapter's own unless set. */
    public @Nullable String getAccount() {
        return text("account");
    }

    @ConfigProperty
    public void setAccount(@Nullable String value) {
        set("account", value);
    }

    private SmppOperations running() {
        if (!(resourceAdapter instanceof OperatedAdapter adapter)) {
            throw new IllegalStateException("the administered object has no resource adapter yet");
        }
        String set = getAccount();
        String name = set == null ? adapter.name() : set;
        return adapter.account(name)
                .orElseThrow(() -> new IllegalStateException("account: no '" + name
                        + "' runs: neither the adapter, nor a connection factory in use, nor an activation has it"))
                .operations();
    }

    @Override
    public GatewayState state() {
        return running().state();
    }

    @Override
    public void pause(Direction direction) {
        running().pause(direction);
    }

    @Override
    public void resume(Direction direction) {
        running().resume(direction);
    }

    @Override
    public boolean drain(Duration timeout) throws InterruptedException {
        return running().drain(timeout);
    }

    @Override
    public Optional<Submission> find(String submissionId) {
        return running().find(submissionId);
    }

    @Override
    public List<Stored> list(Store store, String afterId, int limit) {
        return running().list(store, afterId, limit);
    }

    @Override
    public boolean settle(String id, Settle how) {
        return running().settle(id, how);
    }

    @Override
    public @Nullable ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.resourceAdapter = adapter;
    }

    @Override
    public void setReference(Reference to) {
        this.reference = to;
    }

    @Override
    public @Nullable Reference getReference() {
        return reference;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AdapterOperations that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }
}
