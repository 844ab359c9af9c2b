package org.smppra.it.transactions.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The rows that stand beside the messages. */
final class Orders {
    private final DataSource database;

    Orders(DataSource database) {
        this.database = database;
    }

    void insert(String reference) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO shipped (reference) VALUES (?)")) {
            insert.setString(1, reference);
            insert.executeUpdate();
        }
    }
}
