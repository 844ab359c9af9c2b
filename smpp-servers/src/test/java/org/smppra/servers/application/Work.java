package org.smppra.servers.application;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.smppra.GatewayState;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SmppException;
import org.smppra.SmppOperations;

/** Submits, and writes a row, as it is told. */
@Stateless
public class Work {
    @Resource
    private SessionContext context;

    /** One transaction of all steps, in their order. */
    public void inTransaction(String factory, List<Step> steps, String reference) throws SmppException {
        for (Step step : steps) {
            switch (step) {
                case ROW -> row(reference);
                case SUBMIT -> submit(factory, reference);
                case ROLLBACK -> context.setRollbackOnly();
            }
        }
    }

    /** As a caller does who wants the SMSC's answer. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void outside(String factory, String reference) throws SmppException {
        submit(factory, reference);
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public GatewayState gateway(String factory) throws SmppException {
        try (SmppConnection connection = factory(factory).getConnection()) {
            return connection.gatewayState();
        }
    }

    public SmppOperations operations() {
        return (SmppOperations) context.lookup("java:comp/env/smpp/operations");
    }

    private void submit(String factory, String reference) throws SmppException {
        try (SmppConnection connection = factory(factory).getConnection()) {
            connection.submit(ShortMessage.to("4512345678")
                    .from("Shop")
                    .text(reference)
                    .reference(reference)
                    .build());
        }
    }

    private SmppConnectionFactory factory(String name) {
        return (SmppConnectionFactory) context.lookup("java:comp/env/" + name);
    }

    private void row(String reference) {
        DataSource orders = (DataSource) context.lookup("java:comp/env/jdbc/orders");
        try (Connection connection = orders.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO shipped (reference) VALUES (?)")) {
            insert.setString(1, reference);
            insert.executeUpdate();
        } catch (SQLException e) {
            // As it stands it would let the container commit.
            throw new EJBException(e);
        }
    }
}
