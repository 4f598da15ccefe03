package org.quaymark.edge.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/** The journal's file as SQLite sees it: how it is opened, its tables, its soundness, and the space it takes. */
record JournalSchema(Connection connection) {
    private static final Logger LOG = LoggerFactory.getLogger(JournalSchema.class);
    private static final int VERSION = 2;
    /** A larger file of before is not rewritten to give freed space back: it would take as much space again. */
    private static final long MIGRATED_BYTES = 256L << 20;
    /** Free pages kept, so that a receipt can be taken in on a full disk: 4 MiB. */
    static final int SPARE_PAGES = 1_024;

    private static final int RETURNED_PAGES = 512;

    /** Opens a file, made where it is missing, with its tables. */
    static JournalStore open(Path file) throws SQLException, IOException {
        if (!Files.exists(file)) {
            // The edge's private key is in here: nobody else reads it. SQLite gives -wal and -shm the same mode.
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        }
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 10000");
                if (number(statement, "PRAGMA user_version") < VERSION) {
                    // Counts before the first table; a file of before is rewritten below.
                    statement.execute("PRAGMA auto_vacuum = INCREMENTAL");
                }
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
                createTables(statement);
            }
            connection.setAutoCommit(false);
            return new JournalStore(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** A damaged file, to read from only. */
    static JournalStore openDamaged(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try {
            connection.setAutoCommit(false);
            return new JournalStore(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** {@code ok}, or what is wrong with the file's structure. */
    String quickCheck() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            return rows.getString(1);
        }
    }

    /** Gives space that entries do not need any more back to the disk, a bounded piece at a time; inside a transaction. */
    void returnSpace() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long spare = number(statement, "PRAGMA freelist_count") - SPARE_PAGES;
            // The driver takes one step of the pragma, and each step returns one page.
            for (long left = Math.min(spare, RETURNED_PAGES); left > 0; left--) {
                statement.execute("PRAGMA incremental_vacuum(1)");
            }
        }
    }

    private static void createTables(Statement statement) throws SQLException {
        long version = number(statement, "PRAGMA user_version");
        if (version > VERSION) {
            throw new SQLException("the journal is of version " + version + ", this program knows " + VERSION);
        }
        if (version == VERSION) {
            return;
        }
        if (version == 1) {
            rewrite(statement);
        }
        statement.execute("BEGIN IMMEDIATE");
        statement.execute("CREATE TABLE IF NOT EXISTS entry (sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL,"
                + " device TEXT, scan TEXT, body BLOB NOT NULL, chain BLOB NOT NULL)");
        statement.execute(
                "CREATE UNIQUE INDEX IF NOT EXISTS entry_scan ON entry (device, scan)" + " WHERE scan IS NOT NULL");
        statement.execute(
                "CREATE TABLE IF NOT EXISTS setting (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID");
        statement.execute("CREATE TABLE IF NOT EXISTS dead_letter (id INTEGER PRIMARY KEY AUTOINCREMENT,"
                + " at INTEGER NOT NULL, topic TEXT NOT NULL, payload BLOB NOT NULL, properties TEXT NOT NULL,"
                + " reason TEXT NOT NULL, attempts INTEGER NOT NULL)");
        statement.execute("PRAGMA user_version = " + VERSION);
        statement.execute("COMMIT");
    }

    /** Makes a file of version 1 one that gives freed space back; where there is no room for that it stays as it is. */
    private static void rewrite(Statement statement) {
        try {
            if (number(statement, "PRAGMA page_count") * number(statement, "PRAGMA page_size") <= MIGRATED_BYTES) {
                statement.execute("VACUUM");
            }
        } catch (SQLException e) {
            LOG.warn("The journal's file will not shrink: {}", e.getMessage());
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.getLong(1);
        }
    }
}
