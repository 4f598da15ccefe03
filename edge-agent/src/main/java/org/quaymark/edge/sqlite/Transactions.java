package org.quaymark.edge.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Transactions of a connection that does not commit by itself. */
public final class Transactions {
    private Transactions() {}

    /**
     * Gives up what was written, and begins anew. On a full disk or an I/O error SQLite may have ended the transaction itself
     * (sqlite.org/lang_transaction.html, "Response To Errors Within A Transaction"); the driver does not notice, and every later
     * commit and rollback would fail.
     *
     * @throws SQLException where the connection is of no more use
     */
    public static void rollback(Connection connection) throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException e) {
            try (Statement begin = connection.createStatement()) {
                begin.execute("BEGIN");
            } catch (SQLException stillOpen) {
                e.addSuppressed(stillOpen);
                throw e;
            }
        }
    }
}
