package org.smppra.it.inbound.application;

import jakarta.ejb.EJBException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What a bean writes of a message. */
final class Row {
    private Row() {}

    /** A second one of the same reference fails. */
    static void insert(DataSource database, String reference) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO shipped (reference) VALUES (?)")) {
            insert.setString(1, reference);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new EJBException(e);
        }
    }
}
