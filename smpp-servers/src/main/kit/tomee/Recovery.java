package org.smppra.tomee;

import jakarta.transaction.SystemException;
import java.sql.SQLException;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import org.apache.geronimo.connector.outbound.AbstractConnectionManager;
import org.apache.geronimo.transaction.manager.NamedXAResource;
import org.apache.geronimo.transaction.manager.NamedXAResourceFactory;
import org.apache.geronimo.transaction.manager.RecoverableTransactionManager;
import org.apache.geronimo.transaction.manager.WrapperNamedXAResource;
import org.apache.openejb.OpenEJB;
import org.apache.openejb.assembler.classic.event.ResourceCreated;
import org.apache.openejb.core.ConnectorReference;
import org.apache.openejb.observer.Observes;
import org.apache.openejb.resource.jdbc.managed.local.ManagedDataSource;
import org.apache.tomcat.jdbc.pool.DataSource;

/**
 * Tells TomEE's transaction manager of each resource that takes part in transactions, so that it ends what was in doubt
 * when the server died. TomEE 9 logs its transactions with TxRecovery=true, and reads the log; it never asks a resource.
 */
public class Recovery {
    public void created(@Observes ResourceCreated event) {
        if (event.getResource() instanceof ConnectorReference connector
                && connector.getConnectionManager() instanceof AbstractConnectionManager connections) {
            connections.doRecovery();
        } else if (event.getResource() instanceof ManagedDataSource managed
                && managed.getDelegate() instanceof DataSource pool
                && pool.getDataSource() instanceof XADataSource
                && OpenEJB.getTransactionManager() instanceof RecoverableTransactionManager manager) {
            manager.registerNamedXAResourceFactory(new Database(event.getName(), pool));
        }
    }

    /** One that is down is asked again later. */
    private record Database(String name, DataSource pool) implements NamedXAResourceFactory {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public NamedXAResource getNamedXAResource() throws SystemException {
            try {
                return new Connected(pool.getXAConnection(), name);
            } catch (SQLException e) {
                throw (SystemException) new SystemException(name + ": " + e.getMessage()).initCause(e);
            }
        }

        @Override
        public void returnNamedXAResource(NamedXAResource resource) {
            ((Connected) resource).close();
        }
    }

    private static final class Connected extends WrapperNamedXAResource {
        private final XAConnection connection;

        Connected(XAConnection connection, String name) throws SQLException {
            super(connection.getXAResource(), name);
            this.connection = connection;
        }

        void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                // Its work is done.
            }
        }
    }
}
