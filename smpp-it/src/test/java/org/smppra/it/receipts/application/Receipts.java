package org.smppra.it.receipts.application;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
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

/** Writes a row for each receipt, notes those that have theirs already, and then fails if its receipt says so. */
@MessageDriven
public class Receipts implements DeliveryReceiptListener {
    private static final String ROW =
            "INSERT INTO receipt (key, message_id, application) VALUES (?, ?, ?)" + " ON CONFLICT DO NOTHING";

    @Resource(lookup = "java:/jdbc/orders")
    private DataSource database;

    @Resource(lookup = "java:app/AppName")
    private String application;

    @EJB
    private Repeats repeats;

    @Resource
    private MessageDrivenContext context;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Override
    public void onDeliveryReceipt(DeliveryReceipt receipt) {
        boolean isRepeat = !insert(receipt);
        if (isRepeat) {
            repeats.note(receipt);
        }
        Fate fate = Fate.of(receipt.text());
        (isRepeat && fate == Fate.DIE ? Fate.FINE : fate).befall(context, transactions);
    }

    /** @return false if there is one */
    private boolean insert(DeliveryReceipt receipt) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ROW)) {
            insert.setString(1, receipt.deduplicationKey());
            insert.setString(2, receipt.messageId().value());
            insert.setString(3, application);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new EJBException(e);
        }
    }
}
