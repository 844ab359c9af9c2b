package org.smppra.ra.outbound;

import jakarta.resource.spi.ManagedConnectionMetaData;

/** What a server shows of a connection; some keep product and version with what is to be recovered. */
record MetaData(String systemId) implements ManagedConnectionMetaData {
    @Override
    public String getEISProductName() {
        return "SMPP SMSC";
    }

    @Override
    public String getEISProductVersion() {
        return "3.4";
    }

    /** 0 = no limit: links are shared by all connections. */
    @Override
    public int getMaxConnections() {
        return 0;
    }

    @Override
    public String getUserName() {
        return systemId;
    }
}
