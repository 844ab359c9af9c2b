package org.smppra.servers.application;

import jakarta.annotation.Resource;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.smppra.DeliveryReceipt;
import org.smppra.DeliveryReceiptListener;

/** Writes a row for each receipt; fails twice at those whose reference says so. */
@MessageDriven
public class Receipts implements DeliveryReceiptListener {
    private static final int FAILURES = 2;

    @Resource
    private MessageDrivenContext context;

    @Resource(name = "jdbc/orders")
    private DataSource orders;

    @Override
    public void onDeliveryReceipt(DeliveryReceipt receipt) {
        String reference = receipt.reference().orElse("");
        try (Connection connection = orders.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO receipt (key, reference, delivery_count) VALUES (?, ?, ?)")) {
            insert.setString(1, receipt.deduplicationKey());
            insert.setString(2, reference);
            insert.setInt(3, receipt.deliveryCount());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (receipt.deliveryCount() > FAILURES) {
            return;
        }
        if (reference.startsWith("throws")) {
            throw new IllegalStateException("told to fail");
        }
        if (reference.startsWith("rolls-back")) {
            context.setRollbackOnly();
        }
    }
}
