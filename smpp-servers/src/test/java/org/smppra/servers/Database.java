package org.smppra.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL of its own; the test looks at it directly, the server through a proxy. */
final class Database implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    Database() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_prepared_transactions", "100")
                .start();
        execute("CREATE TABLE shipped (reference text PRIMARY KEY)");
        execute("CREATE TABLE receipt (key text PRIMARY KEY, reference text, delivery_count int)");
    }

    int port() {
        return postgres.getPort();
    }

    /** The references of the committed rows of orders, in their order. */
    List<String> shipped() throws SQLException {
        return texts("SELECT reference FROM shipped ORDER BY reference");
    }

    /** The references of the receipts that the bean committed, in their order. */
    List<String> receipts() throws SQLException {
        return texts("SELECT reference FROM receipt ORDER BY reference");
    }

    /** At which attempts the bean committed the receipts of this reference. */
    List<String> attempts(String reference) throws SQLException {
        return texts("SELECT delivery_count FROM receipt WHERE reference = '" + reference + "'");
    }

    /** The branches that wait for their coordinator. */
    List<String> prepared() throws SQLException {
        return texts("SELECT gid FROM pg_prepared_xacts");
    }

    /** No receipt is written before this is closed. */
    Connection lockReceipts() throws SQLException {
        Connection connection = postgres.getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE receipt IN EXCLUSIVE MODE");
        }
        return connection;
    }

    /** The tables for which somebody waits. */
    List<String> waits() throws SQLException {
        return texts("SELECT relation::regclass FROM pg_locks WHERE locktype = 'relation' AND NOT granted");
    }

    void empty() throws SQLException {
        execute("TRUNCATE shipped, receipt");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
