package org.smppra.it.receipts.application;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.smppra.DeliveryReceipt;
import org.smppra.DeliveryReceiptListener;

/** Writes a row for each receipt, another where it has that row already, and then fails if its receipt says so. */
@MessageDriven
public class Receipts implements DeliveryReceiptListener {
    private static final String ROW =
            "INSERT INTO receipt (key, message_id, application) VALUES (?, ?, ?)" + " ON CONFLICT DO NOTHING";
    private static final String REPEAT = "INSERT INTO repeat (message_id, possible_duplicate) VALUES (?, ?)";

    @Resource(lookup = "java:/jdbc/orders")
    private DataSource database;

    @Resource(lookup = "java:app/AppName")
    private String application;

    @Resource
    private MessageDrivenContext context;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Override
    public void onDeliveryReceipt(DeliveryReceipt receipt) {
        try (Connection connection = database.getConnection()) {
            if (!insert(connection, receipt)) {
                repeat(connection, receipt);
            }
        } catch (SQLException e) {
            throw new EJBException(e);
        }
        Fate.of(receipt.text()).befall(context, transactions);
    }

    /** @return false if there is one */
    private boolean insert(Connection connection, DeliveryReceipt receipt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ROW)) {
            insert.setString(1, receipt.deduplicationKey());
            insert.setString(2, receipt.messageId().value());
            insert.setString(3, application);
            return insert.executeUpdate() == 1;
        }
    }

    private static void repeat(Connection connection, DeliveryReceipt receipt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REPEAT)) {
            insert.setString(1, receipt.messageId().value());
            insert.setBoolean(2, receipt.possibleDuplicate());
            insert.executeUpdate();
        }
    }
}
