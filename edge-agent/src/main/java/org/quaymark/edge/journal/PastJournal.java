package org.quaymark.edge.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.process.json.Json;

/** The journal of an edge, read from its file beside the running edge. Not thread-safe. */
public final class PastJournal implements AutoCloseable {
    private static final int AT_ONCE = 500;

    private final Connection connection;

    private PastJournal(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens the file.
     *
     * @throws JournalUnusable where there is none, or it cannot be read
     */
    public static PastJournal open(Path file) {
        if (!Files.exists(file)) {
            throw new JournalUnusable("there is no journal " + file);
        }
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 10000");
                statement.execute("PRAGMA query_only = 1");
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return new PastJournal(connection);
        } catch (SQLException e) {
            throw new JournalUnusable("reading the journal " + file, e);
        }
    }

    /** The sightings of that scan id, of each device that has one. */
    public List<JournalEntry.Sighting> sightings(String scan) {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT body FROM entry WHERE scan = ? ORDER BY sequence")) {
            select.setString(1, scan);
            return sightings(select);
        } catch (SQLException e) {
            throw new JournalUnusable("looking up scan " + scan, e);
        }
    }

    /** The verdicts given again on a scan, oldest first. */
    public List<JournalEntry.RetroVerdict> retroVerdicts(String scan, long after) {
        List<JournalEntry.RetroVerdict> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT body FROM entry WHERE sequence > ? AND scan IS NULL ORDER BY sequence")) {
            select.setLong(1, after);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (entry(rows.getBytes(1)) instanceof JournalEntry.RetroVerdict retro
                            && retro.scan().equals(scan)) {
                        found.add(retro);
                    }
                }
            }
        } catch (SQLException e) {
            throw new JournalUnusable("looking up verdicts given again", e);
        }
        return found;
    }

    /** How many scans and control codes were written since. */
    public long countSince(Instant since) {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT count(*) FROM entry WHERE at >= ? AND scan IS NOT NULL")) {
            select.setLong(1, since.toEpochMilli());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new JournalUnusable("counting the entries", e);
        }
    }

    /** The next sightings written since, after that entry; empty at the end. */
    public List<JournalEntry.Sighting> sightingsSince(Instant since, long after) {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT body FROM entry WHERE sequence > ? AND at >= ?"
                        + " AND scan IS NOT NULL ORDER BY sequence LIMIT " + AT_ONCE)) {
            long from = after;
            while (true) {
                select.setLong(1, from);
                select.setLong(2, since.toEpochMilli());
                List<JournalEntry> entries = entries(select);
                List<JournalEntry.Sighting> found = ofSightings(entries);
                if (!found.isEmpty() || entries.isEmpty()) {
                    return found;
                }
                from = entries.get(entries.size() - 1).sequence();
            }
        } catch (SQLException e) {
            throw new JournalUnusable("reading the journal", e);
        }
    }

    /** A fact kept beside the entries; null where there is none. */
    public byte @Nullable [] setting(String key) {
        try (PreparedStatement select = connection.prepareStatement("SELECT value FROM setting WHERE key = ?")) {
            select.setString(1, key);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getBytes(1) : null;
            }
        } catch (SQLException e) {
            throw new JournalUnusable("reading " + key + " from the journal", e);
        }
    }

    private static List<JournalEntry.Sighting> sightings(PreparedStatement select) throws SQLException {
        return ofSightings(entries(select));
    }

    private static List<JournalEntry.Sighting> ofSightings(List<JournalEntry> entries) {
        return entries.stream()
                .filter(JournalEntry.Sighting.class::isInstance)
                .map(JournalEntry.Sighting.class::cast)
                .toList();
    }

    private static List<JournalEntry> entries(PreparedStatement select) throws SQLException {
        List<JournalEntry> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(entry(rows.getBytes(1)));
            }
        }
        return found;
    }

    private static JournalEntry entry(byte[] body) {
        try {
            return Json.LENIENT.readValue(body, JournalEntry.class);
        } catch (IOException e) {
            throw new JournalUnusable("an entry of the journal is not readable", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new JournalUnusable("closing the journal", e);
        }
    }
}
