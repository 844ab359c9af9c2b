package org.smppra.it.receipts.application;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.smppra.ReceivedMessage;
import org.smppra.ShortMessageListener;

/** Writes a row for each message. */
@MessageDriven
public class Messages implements ShortMessageListener {
    @Resource(lookup = "java:/jdbc/orders")
    private DataSource database;

    @Resource(lookup = "java:app/AppName")
    private String application;

    @Override
    public void onShortMessage(ReceivedMessage message) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO message (text, application) VALUES (?, ?)")) {
            insert.setString(1, message.text().orElseThrow());
            insert.setString(2, application);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new EJBException(e);
        }
    }
}
