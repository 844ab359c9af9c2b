package org.smppra.it.receipts.application;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.smppra.DeliveryReceipt;

/** Notes receipts that have their row already, whatever becomes of them then. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Repeats {
    private static final String REPEAT = "INSERT INTO repeat (message_id, possible_duplicate) VALUES (?, ?)";

    @Resource(lookup = "java:/jdbc/orders")
    private DataSource database;

    /** Another attempt of one that had been committed. */
    public void note(DeliveryReceipt receipt) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(REPEAT)) {
            insert.setString(1, receipt.messageId().value());
            insert.setBoolean(2, receipt.possibleDuplicate());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new EJBException(e);
        }
    }
}
