package org.smppra.servers.application;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.smppra.DeliveryReceipt;
import org.smppra.DeliveryReceiptListener;
import org.smppra.SmppException;

/** Writes a row for each receipt; fails twice at those whose reference says so, and replies to those that ask. */
@MessageDriven
public class Receipts implements DeliveryReceiptListener {
    private static final int FAILURES = 2;

    @Resource
    private MessageDrivenContext context;

    @Resource(name = "jdbc/orders")
    private DataSource orders;

    @EJB
    private Work work;

    @Override
    public void onDeliveryReceipt(DeliveryReceipt receipt) {
        String reference = receipt.reference().orElse("");
        if (!write(receipt, reference)) {
            return;
        }
        if (reference.startsWith("asks")) {
            reply();
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

    /** Whether it was to be written: what may be a duplicate may have its row already, what is none has none. */
    private boolean write(DeliveryReceipt receipt, String reference) {
        String insert = "INSERT INTO receipt (key, reference, delivery_count) VALUES (?, ?, ?)";
        try (Connection connection = orders.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        receipt.possibleDuplicate() ? insert + " ON CONFLICT DO NOTHING" : insert)) {
            statement.setString(1, receipt.deduplicationKey());
            statement.setString(2, reference);
            statement.setInt(3, receipt.deliveryCount());
            return statement.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the transaction of the row. */
    private void reply() {
        try {
            work.inTransaction("smpp/gateway", List.of(Step.SUBMIT), "reply");
        } catch (SmppException e) {
            throw new IllegalStateException(e);
        }
    }
}
