package org.quaymark.hub.registry;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.inspection.registry.RegistryLine;

/** The registry's changes, for whoever follows them inside the hub. */
@Singleton
public final class Feed {
    private static final int FETCH = 100;
    private static final int CHUNK = 400;

    /**
     * A change.
     *
     * @param actor who made it, as the ledger names them
     */
    public record Change(long sequence, String actor, RegistryLine line) {}

    /** Changes after one, in their order: at most so many, and no more once their text has so many characters. */
    public List<Change> after(Connection connection, long after, int limit, int characters) throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT sequence, actor, line FROM registry_change WHERE sequence > ? ORDER BY sequence LIMIT ?")) {
            Sql.bind(query, after, limit);
            query.setFetchSize(FETCH);
            try (ResultSet row = query.executeQuery()) {
                int taken = 0;
                while (taken < characters && row.next()) {
                    String line = row.getString(3);
                    taken += line.length();
                    changes.add(new Change(row.getLong(1), row.getString(2), FeedLine.read(line)));
                }
            }
        }
        return changes;
    }

    /** The last line about each of these records before a change; nothing of those that there was none of. */
    public List<RegistryLine> before(Connection connection, RecordType type, List<String> ids, long sequence)
            throws SQLException {
        List<RegistryLine> lines = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            List<Object> parameters = new ArrayList<>(some);
            parameters.add(0, type.wireName());
            parameters.add(sequence);
            lines.addAll(Sql.list(
                    connection,
                    "SELECT line FROM registry_change WHERE sequence IN (SELECT MAX(sequence) FROM registry_change"
                            + " WHERE type = ? AND id IN (" + Sql.marks(some.size())
                            + ") AND sequence < ? GROUP BY id)",
                    row -> FeedLine.read(row.getString(1)),
                    parameters.toArray()));
        }
        return lines;
    }
}
