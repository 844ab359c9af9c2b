package org.smppra.ra.outbound;

import jakarta.resource.spi.ConnectionRequestInfo;

/** The account that an application asks for by name and password. */
record AccountRequest(String systemId, String password) implements ConnectionRequestInfo {
    /** Without the password. */
    @Override
    public String toString() {
        return "AccountRequest[" + systemId + "]";
    }
}
