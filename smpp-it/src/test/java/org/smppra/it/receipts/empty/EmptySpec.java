package org.smppra.it.receipts.empty;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.validation.constraints.Size;

/** One property, as small as a message-driven bean can have it. */
public class EmptySpec implements ActivationSpec {
    private ResourceAdapter adapter;
    private String account;

    @Size(max = 10)
    public String getAccount() {
        return account;
    }

    public void setAccount(String value) {
        account = value;
    }

    @Override
    public void validate() {}

    @Override
    public ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter of) {
        adapter = of;
    }
}
