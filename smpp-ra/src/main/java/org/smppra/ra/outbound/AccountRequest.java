package org.smppra.ra.outbound;

import jakarta.resource.spi.ConnectionRequestInfo;
import java.util.Objects;

/** The account that somebody asks for by name and password: the application, or the container that signs on for it. */
record AccountRequest(String systemId, String password) implements ConnectionRequestInfo {
    AccountRequest {
        Objects.requireNonNull(systemId, "systemId");
        Objects.requireNonNull(password, "password");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AccountRequest[" + systemId + "]";
    }
}
