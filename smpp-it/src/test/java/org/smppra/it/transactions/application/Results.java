package org.smppra.it.transactions.application;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.smppra.SubmitResult;
import org.smppra.SubmitResultListener;

/** Writes what became of each submission beside its row. */
@MessageDriven
public class Results implements SubmitResultListener {
    @Resource(lookup = "java:/jdbc/orders")
    private DataSource database;

    @Override
    public void onSubmitResult(SubmitResult result) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO result (submission_id, reference, outcome) VALUES (?, ?, ?)")) {
            insert.setString(1, result.submissionId());
            insert.setString(2, result.reference());
            insert.setString(3, result.outcome().name());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new EJBException(e);
        }
    }
}
