package org.smppra.it.transactions;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL of its own, whose answers to the test do not pass through the server. */
public final class Database implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    private Database(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    public static Database start() throws IOException, SQLException {
        return start(
                "CREATE TABLE shipped (reference text PRIMARY KEY)",
                "CREATE TABLE result (submission_id text, reference text, outcome text)");
    }

    /** @param statements that make the tables */
    public static Database start(String... statements) throws IOException, SQLException {
        Database database = new Database(EmbeddedPostgres.builder()
                .setServerConfig("max_prepared_transactions", "100")
                .setServerConfig("fsync", "on")
                .start());
        for (String statement : statements) {
            database.execute(statement);
        }
        return database;
    }

    public int port() {
        return postgres.getPort();
    }

    /** The references of the committed rows, in their order. */
    public List<String> shipped() throws SQLException {
        return texts("SELECT reference FROM shipped ORDER BY reference");
    }

    /** What became of the submission of this reference, as its listener wrote it; one entry a call of the listener. */
    List<String> outcomes(String reference) throws SQLException {
        return texts("SELECT outcome FROM result WHERE reference = '" + reference + "'");
    }

    /** The references of the submissions of which the listener wrote that they were accepted, in their order. */
    List<String> accepted() throws SQLException {
        return texts("SELECT DISTINCT reference FROM result WHERE outcome = 'ACCEPTED' ORDER BY reference");
    }

    /** The branches that wait for their coordinator. */
    List<String> prepared() throws SQLException {
        return texts("SELECT gid FROM pg_prepared_xacts");
    }

    public void empty() throws SQLException {
        execute("TRUNCATE shipped, result");
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of each row. */
    public List<String> texts(String sql) throws SQLException {
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
